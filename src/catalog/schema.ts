import { z } from "zod";
import { checkRule } from "../tags/rule.ts";
import {
	catalogNames,
	parseNameOf,
	parsePath,
	parseReference,
	parseRegistry,
	parseServiceName,
	templateFault,
} from "./names.ts";
import type { Fault } from "./problems.ts";
import { quote } from "./show.ts";
import * as v from "./values.ts";

/** A text that is read by `parse`; what it says is wrong becomes an issue that carries the fault. */
function parsed<T>(parse: (text: string) => v.Parsed<T>) {
	return z.string().transform((text, context) => read(parse, text, context));
}

/** The same for what may also be written as a number. Numbers come here only in plain decimals. */
function parsedOrNumber<T>(parse: (text: string) => v.Parsed<T>) {
	return z.union([z.string(), z.number()]).transform((value, context) => read(parse, String(value), context));
}

function read<T>(parse: (text: string) => v.Parsed<T>, text: string, context: z.RefinementCtx): T {
	const result = parse(text);
	if (result.ok) return result.value;
	context.addIssue({ code: "custom", message: result.fault.message, params: { fault: result.fault } });
	return z.NEVER;
}

const fault = (found: Fault | undefined, text: string): v.Parsed<string> =>
	found === undefined ? v.good(text) : v.bad(found);

function template(allowed?: readonly string[]) {
	return (text: string) => fault(templateFault(text, allowed), text);
}

/** A text that is not empty. */
const someText = (text: string): v.Parsed<string> =>
	text.trim() === ""
		? v.bad({ code: "catalog/value", message: "an empty text", fix: "write something, or leave the key out" })
		: v.good(text);

/** A text on one line. */
const oneLine = (text: string): v.Parsed<string> =>
	/[\n\r]/.test(text)
		? v.bad({ code: "catalog/value", message: `${quote(text)} holds a line end`, fix: "write it on one line" })
		: someText(text);

const envName = parseNameOf("an environment variable", /^[A-Za-z_][A-Za-z0-9_.-]*$/, "LOG_LEVEL");
const secretId = parseNameOf("a secret", /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, "npm_token");
const serviceName = parseServiceName;

/** A value that becomes text, however it is written: `1.0` stays `1.0`. */
const anyText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const templated = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value, context) => read(template(), String(value), context));

/** A map whose keys are checked like values. */
function mapOf<V extends z.ZodType>(key: (text: string) => v.Parsed<string>, value: V) {
	// `when`: a wrong value must not hide a wrong name.
	return z.record(z.string(), value).superRefine(
		(map, context) => {
			if (typeof map !== "object" || map === null || Array.isArray(map)) return;
			for (const name of Object.keys(map)) {
				const result = key(name);
				if (result.ok) continue;
				const params = { fault: result.fault, at: "key" };
				context.addIssue({ code: "custom", message: result.fault.message, path: [name], params });
			}
		},
		{ when: () => true },
	);
}

/** One of a few words, which editors offer. */
const word = <T extends string>(words: readonly T[]) => parsed(v.parseWord(words)).meta({ enum: words });

/** YAML knows `true` in three spellings; the reader keeps the two odd ones as text. */
const yesNo = z.preprocess(
	(value) => (value === "True" || value === "TRUE" ? true : value === "False" || value === "FALSE" ? false : value),
	z.boolean(),
);

const duration = parsed(v.parseDuration);
const positive = z.number().int().min(1);
const timingShape = {
	start_period: duration
		.optional()
		.meta({ description: "Failures in this time after the start do not count.", default: "60s", examples: ["90s"] }),
	interval: duration
		.optional()
		.meta({ description: "Time from one try to the next.", default: "1s", examples: ["500ms"] }),
	timeout: duration.optional().meta({ description: "How long one try may take.", default: "5s", examples: ["10s"] }),
	retries: positive.optional().meta({
		description: "Failures in a row, after the start period, that make it unhealthy.",
		default: 3,
		examples: [5],
	}),
};

const timing = z.strictObject(timingShape);

const status = z.union([
	parsedOrNumber(v.parseStatus).transform((range) => [range]),
	z.array(parsedOrNumber(v.parseStatus)).min(1),
]);

const healthMap = z.strictObject({
	path: parsed(v.parseHealthPath)
		.optional()
		.meta({
			description: "Path to ask for over HTTP. The host is always the container itself.",
			examples: ["/health"],
		}),
	port: parsedOrNumber(v.parsePortNumber)
		.optional()
		.meta({
			description: "Port of the container to ask on. Without it, the first TCP port of `ports`.",
			examples: [8080],
		}),
	method: word(["GET", "HEAD", "POST"])
		.optional()
		.meta({ description: "HTTP method: GET, HEAD or POST.", default: "GET" }),
	headers: mapOf(
		v.parseHeaderName,
		anyText.transform((text, context) => read(oneLine, text, context)),
	)
		.optional()
		.meta({ description: "Headers to send along.", examples: [{ Accept: "application/json" }] }),
	status: status.optional().meta({
		description: "Statuses that count as healthy: one, a range, or a list of them.",
		default: "200-399",
		examples: [200, "200-299", [200, 204]],
	}),
	body: z
		.string()
		.min(1)
		.optional()
		.meta({ description: "The answer must contain this text.", examples: ["healthy"] }),
	tcp: parsedOrNumber(v.parsePortNumber)
		.optional()
		.meta({ description: "Instead of HTTP: this port must accept a connection.", examples: [6379] }),
	command: z
		.array(z.string())
		.min(1)
		.optional()
		.meta({
			description: "Instead of HTTP: this program, run in the container without a shell, must end with 0.",
			examples: [["redis-cli", "ping"]],
		}),
	...timingShape,
});

const health = z.union([parsed(v.parseHealthPath), healthMap]);

const secret = z.union([
	parsed((text) => {
		const name = secretId(text);
		return name.ok ? envName(text) : name;
	}).transform((id) => ({ id, from: "env" as const, env: id })),
	z
		.strictObject({
			id: parsed(secretId).meta({ description: "Name by which the Dockerfile mounts it.", examples: ["npm_token"] }),
			env: parsed(envName)
				.optional()
				.meta({ description: "Environment variable that holds it.", examples: ["NPM_TOKEN"] }),
			file: parsed(parsePath)
				.optional()
				.meta({ description: "File of the repository's folder that holds it.", examples: ["secrets/npm"] }),
		})
		.transform(({ id, env, file }, context) => {
			if (env !== undefined && file !== undefined) {
				const both: Fault = {
					code: "catalog/value",
					message: `secret ${id} has both env and file`,
					fix: "keep one of them",
				};
				context.addIssue({ code: "custom", message: both.message, params: { fault: both } });
				return z.NEVER;
			}
			if (file !== undefined) return { id, from: "file" as const, file };
			return { id, from: "env" as const, env: env ?? id };
		}),
]);

const namedContext = z.string().transform((text, context) => {
	const rest = /^([a-z-]+):(?:\/\/)?(.*)$/s.exec(text);
	switch (rest?.[1]) {
		case "target":
			return { kind: "service" as const, service: read(serviceName, rest[2] ?? "", context) };
		case "docker-image":
			return { kind: "image" as const, ref: read(parseReference, rest[2] ?? "", context) };
		case "http":
		case "https":
		case "git":
			if (/^(?:https?|git):\/\/[^\s-][^\s]*$/.test(text)) return { kind: "url" as const, url: text };
	}
	return { kind: "path" as const, path: read(parsePath, text, context) };
});

const hardening = z.strictObject({
	read_only: yesNo.optional().meta({ description: "The container cannot write to its own root.", default: true }),
	tmpfs: z
		.array(
			parsed((text) =>
				/^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(text)
					? v.good(text)
					: v.bad({ code: "catalog/value", message: `${quote(text)} is no folder`, fix: 'write it as in "/tmp"' }),
			),
		)
		.optional()
		.meta({ description: "Folders in memory that can be written to.", default: ["/tmp"] }),
	cap_drop: z
		.array(parsed(parseNameOf("a capability", /^[A-Z][A-Z_]+$/, "ALL")))
		.optional()
		.meta({ description: "Capabilities that are taken away.", default: ["ALL"] }),
	no_new_privileges: yesNo
		.optional()
		.meta({ description: "No program in the container gains rights over its parent.", default: true }),
	memory: parsedOrNumber(v.parseSize)
		.optional()
		.meta({ description: "Most memory it may take.", examples: ["256mb"] }),
	pids: positive.optional().meta({ description: "Most processes it may run.", examples: [100] }),
});

const verify = z.strictObject({
	user: parsedOrNumber(v.parseUser)
		.optional()
		.meta({
			description: "Numeric user, or user and group, that the image must run as.",
			examples: ["65532:65532"],
		}),
	max_size: parsedOrNumber(v.parseSize)
		.optional()
		.meta({ description: "Largest compressed size of the image.", examples: ["200mb"] }),
	labels: z
		.array(parsed(parseNameOf("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "org.opencontainers.image.revision")))
		.optional()
		.meta({
			description: "Labels that the image must have, filled in.",
			examples: [["org.opencontainers.image.revision"]],
		}),
});

const policy = z.strictObject({
	smoke: word(["required", "advisory", "off"]).optional().meta({
		description: "Floating tags move only after smoke (required), whatever it says (advisory), or it is not run (off).",
		default: "required",
	}),
	verify: word(["required", "advisory"]).optional().meta({
		description: "A failed check of the pushed image stops it (required), or is only told (advisory).",
		default: "required",
	}),
});

const tagRule = parsed((text) => {
	const wrong = checkRule(text);
	if (wrong === undefined) return v.good(text);
	const fix = wrong.fix ?? 'write it as in "type=sha,prefix=" (docs/tags.md)';
	return v.bad({ code: "catalog/tag-rule", message: wrong.message, ...(wrong.why && { why: wrong.why }), fix });
});

const needs = z
	.array(parsed(serviceName))
	.optional()
	.meta({ description: "Services and externals that must be healthy before this one starts.", examples: [["redis"]] });
const env = mapOf(envName, anyText)
	.optional()
	.meta({ description: "Environment of the running container.", examples: [{ LOG_LEVEL: "INFO" }] });
const ports = z
	.array(parsedOrNumber(v.parsePort))
	.optional()
	.meta({
		description: "Ports in Compose's short form: the container's, or the host's and the container's.",
		examples: [[8080, "8081:8080", "53:53/udp"]],
	});

/** What may stand under `defaults`, under a phase and under a service; the later one wins, maps key by key. */
const settingsShape = {
	platforms: z
		.array(parsed(v.parsePlatform))
		.min(1)
		.optional()
		.meta({
			description: "Platforms to build for.",
			default: ["linux/arm64"],
			examples: [["linux/arm64", "linux/amd64"]],
		}),
	tags: z
		.array(tagRule)
		.optional()
		.meta({
			description: "Rules for tags that are written once and never moved, in the words of docker/metadata-action.",
			default: ["type=sha,prefix="],
			examples: [["type=sha,prefix=", "type=semver,pattern={{version}}"]],
		}),
	floating: z
		.array(tagRule)
		.optional()
		.meta({
			description: "Rules for tags that move to the new image, after smoke only.",
			default: ["type=raw,value=latest"],
			examples: [["type=raw,value=latest-arm64"]],
		}),
	labels: mapOf(parseNameOf("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "com.acme.team"), templated)
		.optional()
		.meta({
			description: "Labels of the image. Values may use {{name}}, {{phase}} and the like.",
			examples: [{ "com.acme.service": "{{name}}" }],
		}),
	args: mapOf(parseNameOf("a build argument", /^[A-Za-z_][A-Za-z0-9_]*$/, "VERSION"), templated)
		.optional()
		.meta({
			description: "Build arguments. Values may use {{name}}, {{phase}} and the like.",
			examples: [{ VERSION: "1.0.0" }],
		}),
	secrets: z
		.array(secret)
		.optional()
		.meta({
			description: "Build secrets: an id, taken from the environment variable of that name or from what is said.",
			examples: [["npm_token", { id: "pip", env: "PIP_CONF" }]],
		}),
	contexts: mapOf(parseNameOf("a context", /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/, "shared"), namedContext)
		.optional()
		.meta({
			description:
				"Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git address.",
			examples: [{ shared: "libs/shared", base: "target:python-base" }],
		}),
	env,
	needs,
	hardening: hardening.optional().meta({ description: "How tightly the container is held when it is tried." }),
	verify: verify.optional().meta({ description: "What the pushed image must satisfy." }),
	policy: policy.optional().meta({ description: "Which checks stand between an image and its floating tags." }),
};

const settings = z.strictObject({
	...settingsShape,
	health: timing.optional().meta({ description: "How often and how long health checks try." }),
});

const title = parsed(oneLine).optional();

const phase = z.strictObject({
	title: title.meta({ description: "Name of the phase, for people.", examples: ["Core Services"] }),
	...settings.shape,
});

const phaseId = parseNameOf("a phase", /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, '"1"');

const service = z.strictObject({
	phase: parsedOrNumber(phaseId)
		.optional()
		.meta({ description: "The phase it belongs to: a key of `phases`.", examples: ["3"] }),
	title: title.meta({
		description: "Name of the service, for people. Without it, made of its name.",
		examples: ["API Gateway"],
	}),
	description: parsed(someText)
		.optional()
		.meta({ description: "What it is, in a sentence.", examples: ["Entry point of all APIs"] }),
	planned: yesNo.optional().meta({
		description: "True for a service that has no Dockerfile yet: it only counts in the progress.",
		default: false,
	}),
	dockerfile: parsed(parsePath)
		.optional()
		.meta({
			description: "Its Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",
			examples: ["services/api/Dockerfile"],
		}),
	context: parsed(parsePath)
		.optional()
		.meta({
			description: "Folder that the build sees, relative to the catalog's folder.",
			default: ".",
			examples: ["services/api"],
		}),
	target: parsed(parseNameOf("a stage", /^[A-Za-z0-9][A-Za-z0-9._-]*$/, "runtime"))
		.optional()
		.meta({ description: "Stage of the Dockerfile to build. Without it, the last.", examples: ["runtime"] }),
	image: parsed(template(catalogNames))
		.optional()
		.meta({
			description: "Name of the image, in place of the one that the catalog's `image` gives.",
			examples: ["acme/api"],
		}),
	ports,
	health: health.optional().meta({
		description:
			"How to see that it works: a path to ask for over HTTP, or a map with a path, a TCP port or a command.",
		examples: ["/health", { path: "/health", body: "healthy" }, { tcp: 6379 }],
	}),
	...settingsShape,
});

const external = z.strictObject({
	image: parsed(parseReference).meta({ description: "The image to run.", examples: ["mongo:7"] }),
	command: z
		.array(z.string())
		.min(1)
		.optional()
		.meta({
			description: "What to run in it, in place of the image's own command.",
			examples: [["mongod", "--quiet"]],
		}),
	env,
	ports,
	health: health
		.optional()
		.meta({ description: "How to see that it works, as for a service.", examples: [{ tcp: 27017 }] }),
	needs,
});

/** The catalog as a person writes it. Types, checks, the JSON Schema and the reference are all made of this. */
export const catalogSchema = z
	.strictObject({
		version: z.literal(1).meta({ description: "Version of this format: 1." }),
		project: parsed(parseNameOf("a project", /^[a-z0-9][a-z0-9_-]{0,62}$/, "lucid")).meta({
			description: "Name of the project: lower case, digits, dashes.",
			examples: ["lucid"],
		}),
		registry: parsed(parseRegistry)
			.optional()
			.meta({
				description: "Registry that images are pushed to, perhaps with a path that all share.",
				default: "docker.io",
				examples: ["ghcr.io/acme"],
			}),
		image: parsed(template(catalogNames))
			.optional()
			.meta({
				description: "Name of each image below the registry. May use {{name}}, {{phase}} and {{project}}.",
				default: "{{name}}",
				examples: ["acme/lucid-{{name}}"],
			}),
		network: z
			.strictObject({
				name: parsed(parseNameOf("a network", /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, "lucid-net"))
					.optional()
					.meta({ description: "Its name. Without it, the project's.", examples: ["lucid-pi-network"] }),
				subnet: parsed(parseSubnet)
					.optional()
					.meta({ description: "Its addresses.", examples: ["172.20.0.0/16"] }),
			})
			.optional()
			.meta({ description: "Network that the services share when they run." }),
		defaults: settings
			.optional()
			.meta({ description: "Settings of all services. A phase and a service may override each of them." }),
		phases: mapOf(phaseId, phase)
			.optional()
			.meta({
				description: "Groups of services in the order of the plan, by id. Each may have settings of its own.",
				examples: [{ "1": { title: "Base" } }],
			}),
		services: mapOf(serviceName, service).meta({
			description: "What is built, by name.",
			examples: [{ api: { context: "services/api", ports: [8080], health: "/health" } }],
		}),
		externals: mapOf(serviceName, external)
			.optional()
			.meta({
				description: "What services need when they run but is not built here, by name.",
				examples: [{ mongo: { image: "mongo:7", health: { tcp: 27017 } } }],
			}),
	})
	.meta({ title: "Lucid service catalog, version 1", description: "Says what the services of a repository are." });

/** IPv4 in CIDR form, with no bit set below the prefix. */
function parseSubnet(text: string): v.Parsed<string> {
	const wrong = (why: string) =>
		v.bad({
			code: "catalog/subnet",
			message: `${quote(text)} is no subnet`,
			why,
			fix: 'write it as in "172.20.0.0/16"',
		});
	const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1).map(Number);
	if (parts === undefined) return wrong("it is four numbers, a slash and a prefix length");
	const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
	if (Math.max(a, b, c, d) > 255) return wrong("a number is over 255");
	if (prefix < 8 || prefix > 29) return wrong("the prefix goes from 8 to 29");
	const address = ((a * 256 + b) * 256 + c) * 256 + d;
	if (address % 2 ** (32 - prefix) !== 0) return wrong("it has bits below its prefix");
	return v.good(text);
}

export type RawCatalog = z.output<typeof catalogSchema>;
export type RawSettings = z.output<typeof settings>;
export type RawService = z.output<typeof service>;
export type RawExternal = z.output<typeof external>;
export type RawHealth = z.output<typeof health>;
export type RawTiming = z.output<typeof timing>;
