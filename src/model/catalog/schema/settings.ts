import { z } from "zod";
import { defined } from "../../../util/defined.ts";
import { ruleIds } from "../../service/lint-rule-ids.ts";
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
	optional,
	parsedOrNumber,
	parsedText,
	parseInto,
	parseSecretFile,
	positiveInteger,
	readableVariable,
	reservedVariableFault,
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
		return name.ok ? readableVariable(text) : name;
	}).transform((id) => ({ id, from: "env" as const, env: id })),
	z
		.strictObject({
			id: parsedText(secretId).meta({
				description: "Id that the Dockerfile mounts.",
				examples: ["npm_token"],
			}),
			env: optional(parsedText(readableVariable), "Environment variable that holds the value.", {
				examples: ["NPM_TOKEN"],
			}),
			file: optional(parsedText(parseSecretFile), "File in the repository that holds the value.", {
				examples: ["secrets/npm"],
			}),
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
			const fault = env === undefined ? reservedVariableFault(id) : undefined;
			if (fault !== undefined) {
				context.addIssue({ code: "custom", message: fault.message, path: ["id"], params: { fault } });
				return z.NEVER;
			}
			return { id, from: "env" as const, env: env ?? id };
		}),
]);

const ssh = z.union([
	parsedText(sshId).transform((id) => ({ id })),
	z
		.strictObject({
			id: parsedText(sshId).meta({ description: "Id that the Dockerfile mounts.", examples: ["github"] }),
			env: optional(
				parsedText(readableVariable),
				"Environment variable that holds the path of an agent's socket, or of a private key.",
				{ examples: ["DEPLOY_SSH_AUTH_SOCK"] },
			),
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
	read_only: optional(yamlBoolean, "Mounts the container's root file system read-only.", { default: true }),
	tmpfs: optional(
		z.array(
			parsedText((text) =>
				/^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(text)
					? v.valid(text)
					: v.invalid({
							code: "catalog/value",
							message: `${quote(text)} is not a folder`,
							fix: 'write it as in "/tmp"',
						}),
			),
		),
		"Writable folders in memory.",
		{ default: ["/tmp"] },
	),
	cap_drop: optional(
		z.array(parsedText(nameParser("a capability", /^[A-Z][A-Z_]+$/, "ALL"))),
		"Linux capabilities to drop.",
		{ default: ["ALL"] },
	),
	no_new_privileges: optional(yamlBoolean, "Programs in the container cannot gain privileges.", { default: true }),
	memory: optional(parsedOrNumber(v.parseSize), "Memory limit.", { default: "1gb", examples: ["256mb"] }),
	pids: optional(positiveInteger, "Limit of processes and threads.", { default: 512, examples: [100] }),
});

const policy = z.strictObject({
	smoke: optional(
		oneOf(["required", "advisory", "off"]),
		"Floating tags move only if smoke passed (`required`), after smoke with any result (`advisory`), or without smoke (`off`).",
		{ default: "required" },
	),
	verify: optional(
		oneOf(["required", "advisory"]),
		"A failed check of the pushed image stops its publication (`required`) or is a warning (`advisory`).",
		{ default: "required" },
	),
	hardening: optional(
		oneOf(["required", "advisory"]),
		"A service that is healthy only without its hardening fails (`required`), or passes with a warning that says what it needs (`advisory`).",
		{ default: "required" },
	),
	stop: optional(
		oneOf(["required", "warn", "advisory"]).transform((policy) => (policy === "advisory" ? "warn" : policy)),
		"A service that does not exit within `stop_grace_period` of SIGTERM passes with a warning (`warn`) or fails (`required`). `advisory` is the old name of `warn`.",
		{ default: "warn" },
	),
	version: optional(
		oneOf(["identical", "relabel"]),
		"A release names the image that was built and smoked, and only its index has the version (`identical`), or a copy with the same layers and the version in a label (`relabel`).",
		{ default: "identical" },
	),
});

const ruleId = v.idParser(ruleIds, { code: "catalog/unknown-rule", what: "lint rule", page: "docs/lint.md" });

const lint = z.strictObject({
	rules: optional(
		mapWithKeys(ruleId, oneOf(["off", "note", "warning", "error"])),
		"Severity of a rule by its id (docs/lint.md), or `off`.",
		{ examples: [{ "no-healthcheck": "off", "mutable-base": "warning" }] },
	),
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
		why: wrong.why,
		fix,
	});
});

const flavorLine = parsedText((text) => {
	const wrong = parseFlavor([text]);
	if (!("message" in wrong)) return v.valid(text);
	const fix = wrong.fix ?? 'write it as in "latest=auto" or "suffix=-arm64,onlatest=true" (docs/tags.md)';
	return v.invalid({ code: "catalog/flavor", message: printable(wrong.message, 200), why: wrong.why, fix });
});

export const needsSchema = optional(
	z.array(parsedText(parseServiceName)),
	"Services and externals that must be healthy before this one starts.",
	{ examples: [["redis"]] },
);
export const envSchema = optional(mapWithKeys(envName, scalarText), "Environment variables of the running container.", {
	examples: [{ LOG_LEVEL: "INFO" }],
});
export const portsSchema = optional(
	z.array(parsedOrNumber(v.parsePort)),
	"Ports in Compose's short form: the container's port, or host and container port.",
	{ examples: [[8080, "8081:8080", "53:53/udp"]] },
);

/** Keys of `defaults`, a phase and a service. The most specific one wins; maps are merged key by key. */
export const settingsShape = {
	platforms: optional(z.array(parsedText(v.parsePlatformName)).min(1), "Platforms to build for.", {
		default: ["linux/arm64"],
		examples: [["linux/arm64", "linux/amd64"]],
	}),
	runners: optional(
		mapWithKeys((text) => v.parsePlatformName(text), z.union([runnerLabel, z.array(runnerLabel).min(1)])),
		"GitHub runner for each platform: a label, or a list of all labels that a self-hosted runner must have. Without it, ubuntu-24.04-arm for linux/arm64 and ubuntu-24.04 for the others.",
		{ examples: [{ "linux/arm64": ["self-hosted", "raspberry-pi"] }] },
	),
	ttl: optional(
		parsedText(v.parseTimeToLive),
		"Time-to-live: with `stale`, the image is rebuilt once per period, even if nothing changed (docs/nightly.md).",
		{ examples: ["7d"] },
	),
	tags: optional(z.array(tagRule), "Rules for immutable tags, in the syntax of docker/metadata-action.", {
		default: ["type=sha,prefix="],
		examples: [["type=sha,prefix=", "type=semver,pattern={{version}}"]],
	}),
	floating: optional(z.array(tagRule), "Rules for floating tags, which move to the new image after smoke.", {
		default: ["type=raw,value=latest"],
		examples: [["type=raw,value=latest-arm64"]],
	}),
	flavor: optional(
		z.array(flavorLine).min(1),
		"Settings for all tags, in the syntax of docker/metadata-action: whether to add a floating `latest`, and a prefix and suffix for rules without one. Without it, only the tags of the rules are written.",
		{ examples: [["latest=auto", "suffix=-arm64,onlatest=true"]] },
	),
	copies: optional(
		z.array(parsedText(templateParser(catalogNames))),
		"Additional names, with registries, under which each image is published with the same digest and tags. Not used when the option `registry` overrides the catalog's registry.",
		{ examples: [["docker.io/acme/{{name}}"]] },
	),
	labels: optional(
		mapWithKeys(nameParser("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "com.acme.team"), templateText),
		"Labels of the image. Values may use templates such as {{name}} and {{phase}}.",
		{ examples: [{ "com.acme.service": "{{name}}" }] },
	),
	created: optional(
		oneOf(["fixed", "commit"]),
		"Date that `docker images` shows under CREATED: `fixed` is 1980-02-01 for every commit, `commit` is the commit's date. docs/build.md says what `commit` costs.",
		{ default: "fixed", examples: ["commit"] },
	),
	compression: optional(
		oneOf(["gzip", "zstd"]),
		"Compression of the built layers. `zstd` compresses several times faster and a little smaller; hosts need Docker 23, containerd 1.5 or newer (docs/build.md).",
		{ default: "gzip", examples: ["zstd"] },
	),
	rewrite_timestamp: optional(
		z.boolean(),
		"Whether files in layers get one fixed date, so that a step that runs again gives the same digest. BuildKit then compresses every layer at each build, which takes seconds. The default is `true` in CI (the variable `CI` is set) and `false` elsewhere (docs/build.md).",
		{ examples: [false] },
	),
	args: optional(
		mapWithKeys(nameParser("a build argument", /^[A-Za-z_][A-Za-z0-9_]*$/, "VERSION"), templateText),
		"Build arguments. Values may use templates such as {{name}} and {{phase}}.",
		{ examples: [{ VERSION: "1.0.0" }] },
	),
	secrets: optional(
		z.array(secret),
		"Build secrets: an id, read from the environment variable of the same name, from another variable, or from a file. In a workflow, `build-secrets` gives the values.",
		{ examples: [["npm_token", { id: "pip", env: "PIP_CONF" }]] },
	),
	ssh: optional(
		z.array(ssh),
		"SSH agents for `RUN --mount=type=ssh`: `default` is the agent of SSH_AUTH_SOCK, which `ssh-keys` starts in a workflow; an environment variable names any other.",
		{ examples: [["default", { id: "github", env: "DEPLOY_SSH_AUTH_SOCK" }]] },
	),
	contexts: optional(
		mapWithKeys(nameParser("a context", /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/, "shared"), namedContext),
		"Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git URL.",
		{ examples: [{ shared: "libs/shared", base: "target:python-base" }] },
	),
	env: envSchema,
	needs: needsSchema,
	hardening: optional(hardening, "Restrictions of the container during smoke."),
	verify: optional(verifySchema, "Requirements for the pushed image."),
	lint: optional(lint, "Severities of lint rules."),
	policy: optional(policy, "Checks that must pass before floating tags move."),
};

/** The settings of `defaults` or of a phase. */
export const settingsSchema = z.strictObject({
	...settingsShape,
	health: optional(timingSchema, "Timing of health checks."),
});

export type RawSettings = z.output<typeof settingsSchema>;
