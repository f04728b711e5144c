import { z } from "zod";
import { closestMatch } from "../../../util/closest-match.ts";
import { defined } from "../../../util/defined.ts";
import { type RuleId, ruleIds } from "../../service/lint-rule-ids.ts";
import { checkTagRule } from "../../tags/check-tag-rule.ts";
import { parseFlavor } from "../../tags/flavor.ts";
import type { Fault } from "../problems.ts";
import { catalogNames, nameParser, parseImageReference, parsePath, parseServiceName } from "../values/names.ts";
import { printable, quote } from "../values/quote.ts";
import * as v from "../values/values.ts";
import {
	envName,
	mapWithKeys,
	oneOf,
	parsedOrNumber,
	parsedText,
	parseInto,
	positiveInteger,
	scalarText,
	secretId,
	sshId,
	templateParser,
	templateText,
	yamlBoolean,
} from "./fields.ts";
import { timingSchema } from "./health.ts";
import { verifySchema } from "./verify.ts";

const secret = z.union([
	parsedText((text) => {
		const name = secretId(text);
		return name.ok ? envName(text) : name;
	}).transform((id) => ({ id, from: "env" as const, env: id })),
	z
		.strictObject({
			id: parsedText(secretId).meta({
				description: "Name by which the Dockerfile mounts it.",
				examples: ["npm_token"],
			}),
			env: parsedText(envName)
				.optional()
				.meta({ description: "Environment variable that holds it.", examples: ["NPM_TOKEN"] }),
			file: parsedText(parsePath)
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

const ssh = z.union([
	parsedText(sshId).transform((id) => ({ id })),
	z
		.strictObject({
			id: parsedText(sshId).meta({ description: "Name by which the Dockerfile mounts it.", examples: ["github"] }),
			env: parsedText(envName)
				.optional()
				.meta({
					description: "Environment variable that holds the path of an agent's socket, or of a private key.",
					examples: ["DEPLOY_SSH_AUTH_SOCK"],
				}),
		})
		.transform(({ id, env }) => ({ id, ...defined({ env }) })),
]);

const namedContext = z.string().transform((text, context) => {
	const rest = /^([a-z-]+):(?:\/\/)?(.*)$/s.exec(text);
	switch (rest?.[1]) {
		case "target":
			return { kind: "service" as const, service: parseInto(parseServiceName, rest[2] ?? "", context) };
		case "docker-image":
			return { kind: "image" as const, ref: parseInto(parseImageReference, rest[2] ?? "", context) };
		case "http":
		case "https":
		case "git":
			if (/^(?:https?|git):\/\/[^\s-][^\s]*$/.test(text)) return { kind: "url" as const, url: text };
	}
	return { kind: "path" as const, path: parseInto(parsePath, text, context) };
});

const hardening = z.strictObject({
	read_only: yamlBoolean.optional().meta({ description: "The container cannot write to its own root.", default: true }),
	tmpfs: z
		.array(
			parsedText((text) =>
				/^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(text)
					? v.valid(text)
					: v.invalid({
							code: "catalog/value",
							message: `${quote(text)} is not a folder`,
							fix: 'write it as in "/tmp"',
						}),
			),
		)
		.optional()
		.meta({ description: "Folders in memory that can be written to.", default: ["/tmp"] }),
	cap_drop: z
		.array(parsedText(nameParser("a capability", /^[A-Z][A-Z_]+$/, "ALL")))
		.optional()
		.meta({ description: "Capabilities that are taken away.", default: ["ALL"] }),
	no_new_privileges: yamlBoolean
		.optional()
		.meta({ description: "No program in the container gains rights over its parent.", default: true }),
	memory: parsedOrNumber(v.parseSize)
		.optional()
		.meta({ description: "Most memory it may take.", default: "1gb", examples: ["256mb"] }),
	pids: positiveInteger
		.optional()
		.meta({ description: "Most processes and threads it may run.", default: 512, examples: [100] }),
});

const policy = z.strictObject({
	smoke: oneOf(["required", "advisory", "off"]).optional().meta({
		description: "Floating tags move only after smoke (required), whatever it says (advisory), or it is not run (off).",
		default: "required",
	}),
	verify: oneOf(["required", "advisory"]).optional().meta({
		description: "A failed check of the pushed image stops it (required), or is only told (advisory).",
		default: "required",
	}),
	hardening: oneOf(["required", "advisory"]).optional().meta({
		description:
			"A service that is healthy only without its hardening fails (required), or passes and it is told what it needs (advisory).",
		default: "required",
	}),
	stop: oneOf(["required", "warn", "advisory"])
		.transform((policy) => (policy === "advisory" ? "warn" : policy))
		.optional()
		.meta({
			description:
				"A service that does not end within `stop_grace_period` of SIGTERM passes with a warning (warn), or fails (required). `advisory` is the older word for `warn`.",
			default: "warn",
		}),
	version: oneOf(["identical", "relabel"]).optional().meta({
		description:
			"A release points to the very image that was built and smoked, and only its index says the version (identical), or to a copy of it whose label says the version, over the same layers (relabel).",
		default: "identical",
	}),
});

const ruleId = (text: string): v.ParseResult<RuleId> => {
	const known = ruleIds.find((id) => id === text);
	if (known !== undefined) return v.valid(known);
	const meant = closestMatch(text, ruleIds);
	const fix = meant === undefined ? "docs/lint.md lists them all" : `did you mean ${quote(meant)}?`;
	return v.invalid({ code: "catalog/unknown-rule", message: `there is no lint rule ${quote(text)}`, fix });
};

const lint = z.strictObject({
	rules: mapWithKeys(ruleId, oneOf(["off", "note", "warning", "error"]))
		.optional()
		.meta({
			description: "Severity of a rule by its id (docs/lint.md), or `off`.",
			examples: [{ "no-healthcheck": "off", "mutable-base": "warning" }],
		}),
});

const runnerLabel = parsedText(
	nameParser("a runner's label", /^[A-Za-z0-9][A-Za-z0-9 ._:+=/@-]{0,127}$/, "ubuntu-24.04-arm"),
);

const tagRule = parsedText((text) => {
	const wrong = checkTagRule(text);
	if (wrong === undefined) return v.valid(text);
	const fix = wrong.fix ?? 'write it as in "type=sha,prefix=" (docs/tags.md)';
	return v.invalid({
		code: "catalog/tag-rule",
		message: printable(wrong.message, 200),
		...(wrong.why && { why: wrong.why }),
		fix,
	});
});

const flavorLine = parsedText((text) => {
	const wrong = parseFlavor([text]);
	if (!("message" in wrong)) return v.valid(text);
	const fix = wrong.fix ?? 'write it as in "latest=auto" or "suffix=-arm64,onlatest=true" (docs/tags.md)';
	return v.invalid({ code: "catalog/flavor", message: printable(wrong.message, 200), fix });
});

/** Keys that services and externals share. */
export const needsSchema = z
	.array(parsedText(parseServiceName))
	.optional()
	.meta({ description: "Services and externals that must be healthy before this one starts.", examples: [["redis"]] });
export const envSchema = mapWithKeys(envName, scalarText)
	.optional()
	.meta({ description: "Environment of the running container.", examples: [{ LOG_LEVEL: "INFO" }] });
export const portsSchema = z
	.array(parsedOrNumber(v.parsePort))
	.optional()
	.meta({
		description: "Ports in Compose's short form: the container's, or the host's and the container's.",
		examples: [[8080, "8081:8080", "53:53/udp"]],
	});

/** What may stand under `defaults`, under a phase and under a service; the later one wins, maps key by key. */
export const settingsShape = {
	platforms: z
		.array(parsedText(v.parsePlatformName))
		.min(1)
		.optional()
		.meta({
			description: "Platforms to build for.",
			default: ["linux/arm64"],
			examples: [["linux/arm64", "linux/amd64"]],
		}),
	runners: mapWithKeys((text) => v.parsePlatformName(text), z.union([runnerLabel, z.array(runnerLabel).min(1)]))
		.optional()
		.meta({
			description:
				"Runner for each platform, in GitHub's words: a label, or a list of all that a self-hosted one must have. Without it, ubuntu-24.04-arm for linux/arm64 and ubuntu-24.04 for the others.",
			examples: [{ "linux/arm64": ["self-hosted", "raspberry-pi"] }],
		}),
	ttl: parsedText(v.parseTimeToLive)
		.optional()
		.meta({
			description:
				"Time-to-live: with `stale`, the image is rebuilt once in this time, whatever has changed (docs/nightly.md).",
			examples: ["7d"],
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
	flavor: z
		.array(flavorLine)
		.min(1)
		.optional()
		.meta({
			description:
				"What holds for all tags, in the words of docker/metadata-action: whether a floating `latest` is added, and a prefix and suffix for rules without one. Without it, no tag is given that no rule names.",
			examples: [["latest=auto", "suffix=-arm64,onlatest=true"]],
		}),
	copies: z
		.array(parsedText(templateParser(catalogNames)))
		.optional()
		.meta({
			description:
				"Other names, with their registries, that each image is published under too, with the same digest and tags. Left out where another registry is asked for with `registry`.",
			examples: [["docker.io/acme/{{name}}"]],
		}),
	labels: mapWithKeys(nameParser("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "com.acme.team"), templateText)
		.optional()
		.meta({
			description: "Labels of the image. Values may use {{name}}, {{phase}} and the like.",
			examples: [{ "com.acme.service": "{{name}}" }],
		}),
	created: oneOf(["fixed", "commit"])
		.optional()
		.meta({
			description:
				"What `docker images` shows under CREATED: `fixed` is 1980-02-01 for every commit, `commit` is the commit's date. What `commit` costs is in docs/build.md.",
			default: "fixed",
			examples: ["commit"],
		}),
	compression: oneOf(["gzip", "zstd"])
		.optional()
		.meta({
			description:
				"How the layers that are built are packed. `zstd` is packed several times faster and a little smaller; what runs the image needs Docker 23, containerd 1.5 or newer (docs/build.md).",
			default: "gzip",
			examples: ["zstd"],
		}),
	rewrite_timestamp: z
		.boolean()
		.optional()
		.meta({
			description:
				"Whether the files in layers get one date, so that a step that runs again gives the same digest. BuildKit then packs every layer again at each build, which takes seconds. The default is `true` in CI (the variable `CI` is set) and `false` elsewhere (docs/build.md).",
			examples: [false],
		}),
	args: mapWithKeys(nameParser("a build argument", /^[A-Za-z_][A-Za-z0-9_]*$/, "VERSION"), templateText)
		.optional()
		.meta({
			description: "Build arguments. Values may use {{name}}, {{phase}} and the like.",
			examples: [{ VERSION: "1.0.0" }],
		}),
	secrets: z
		.array(secret)
		.optional()
		.meta({
			description:
				"Build secrets: an id, read from the environment variable of that name, from another one, or from a file. In a workflow, `build-secrets` gives values for these names.",
			examples: [["npm_token", { id: "pip", env: "PIP_CONF" }]],
		}),
	ssh: z
		.array(ssh)
		.optional()
		.meta({
			description:
				"SSH agents that `RUN --mount=type=ssh` may use: `default` is the one of SSH_AUTH_SOCK, which `ssh-keys` starts in a workflow; any other is found by an environment variable.",
			examples: [["default", { id: "github", env: "DEPLOY_SSH_AUTH_SOCK" }]],
		}),
	contexts: mapWithKeys(nameParser("a context", /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/, "shared"), namedContext)
		.optional()
		.meta({
			description:
				"Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git address.",
			examples: [{ shared: "libs/shared", base: "target:python-base" }],
		}),
	env: envSchema,
	needs: needsSchema,
	hardening: hardening.optional().meta({ description: "How tightly the container is held when it is tried." }),
	verify: verifySchema.optional().meta({ description: "What the pushed image must satisfy." }),
	lint: lint.optional().meta({ description: "What lint makes of its rules." }),
	policy: policy.optional().meta({ description: "Which checks stand between an image and its floating tags." }),
};

/** A layer of settings: `defaults` or a phase. */
export const settingsSchema = z.strictObject({
	...settingsShape,
	health: timingSchema.optional().meta({ description: "How often and how long health checks try." }),
});

export type RawSettings = z.output<typeof settingsSchema>;
