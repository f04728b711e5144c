import { z } from "zod";
import { reuseSources } from "../../signing/reuse-source.ts";
import { parseBranchPattern } from "../values/branch-pattern.ts";
import {
	catalogNames,
	nameParser,
	parseImageReference,
	parsePath,
	parseRegistry,
	parseServiceName,
} from "../values/names.ts";
import { parsePublicKey } from "../values/public-key.ts";
import { parseSubnet } from "../values/values.ts";
import {
	mapWithKeys,
	nonEmptyText,
	oneOf,
	optional,
	parsedOrNumber,
	parsedText,
	singleLine,
	templateParser,
	yamlBoolean,
} from "./fields.ts";
import { rawHealthSchema } from "./health.ts";
import { envSchema, needsSchema, portsSchema, settingsSchema, settingsShape } from "./settings.ts";

const title = parsedText(singleLine).optional();

const phase = z.strictObject({
	title: title.meta({ description: "Title of the phase, shown in reports.", examples: ["Core Services"] }),
	...settingsSchema.shape,
});

const phaseId = nameParser("a phase", /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, '"1"');

const service = z.strictObject({
	phase: optional(parsedOrNumber(phaseId), "Phase of the service: a key of `phases`.", { examples: ["3"] }),
	title: title.meta({
		description: "Title of the service, shown in reports. Without it, derived from the name.",
		examples: ["API Gateway"],
	}),
	description: optional(parsedText(nonEmptyText), "Description in one sentence.", {
		examples: ["Entry point of all APIs"],
	}),
	planned: optional(yamlBoolean, "`true` for a service without a Dockerfile yet. It counts only in the progress.", {
		default: false,
	}),
	dockerfile: optional(
		parsedText(parsePath),
		"Path of the Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",
		{ examples: ["services/api/Dockerfile"] },
	),
	context: optional(parsedText(parsePath), "Build context, relative to the catalog's folder.", {
		default: ".",
		examples: ["services/api"],
	}),
	target: optional(
		parsedText(nameParser("a stage", /^[A-Za-z0-9][A-Za-z0-9._-]*$/, "runtime")),
		"Stage of the Dockerfile to build. Without it, the last stage.",
		{ examples: ["runtime"] },
	),
	image: optional(parsedText(templateParser(catalogNames)), "Name of the image. Overrides the catalog's `image`.", {
		examples: ["acme/api"],
	}),
	run: optional(
		oneOf(["job", "never"]),
		"`job`: the container exits by itself; exit code 0 is healthy, and services that need it start afterwards. `never`: it is not started. Without it, a service with ports or a health check is a server, one with only a command is a worker that must stay up, and a base image is not started.",
		{ examples: ["job"] },
	),
	command: optional(z.array(z.string()).min(1), "Command to run in the container. Overrides the image's CMD.", {
		examples: [["alembic", "upgrade", "head"]],
	}),
	ports: portsSchema,
	health: optional(
		rawHealthSchema,
		"Health check: an HTTP path, or a map with a path, a TCP port or a command. A job or a worker has only timing here: `deadline`, `stable`, `stop_grace_period`.",
		{ examples: ["/health", { path: "/health", body: "healthy" }, { tcp: 6379 }] },
	),
	...settingsShape,
});

const external = z.strictObject({
	image: parsedText(parseImageReference).meta({ description: "The image to run.", examples: ["mongo:7"] }),
	command: optional(z.array(z.string()).min(1), "Command to run. Overrides the image's command.", {
		examples: [["mongod", "--quiet"]],
	}),
	run: optional(oneOf(["job"]), "`job`: the container exits by itself, and services that need it start afterwards.", {
		examples: ["job"],
	}),
	env: envSchema,
	ports: portsSchema,
	health: optional(rawHealthSchema, "Health check, as for a service.", { examples: [{ tcp: 27017 }] }),
	needs: needsSchema,
});

/** The catalog as written. Types, validation, the JSON Schema and docs/catalog.md come from this. */
export const catalogSchema = z
	.strictObject({
		version: z.literal(1).meta({ description: "Version of the format. Always 1." }),
		project: parsedText(nameParser("a project", /^[a-z0-9][a-z0-9_-]{0,62}$/, "lucid")).meta({
			description: "Name of the project: lower case, digits, dashes.",
			examples: ["lucid"],
		}),
		registry: optional(parsedText(parseRegistry), "Registry to push images to, optionally with a common path.", {
			default: "docker.io",
			examples: ["ghcr.io/acme"],
		}),
		image: optional(
			parsedText(templateParser(catalogNames)),
			"Name of each image in the registry. May use {{name}}, {{phase}} and {{project}}.",
			{ default: "{{name}}", examples: ["acme/lucid-{{name}}"] },
		),
		publish_on: optional(
			z.array(parsedText(parseBranchPattern)).min(1),
			"Branches, besides the default branch, whose commits may be released: a git tag gives versions only if its commit is on one of them. `*` matches any text without a slash, `**` any text. Only the default branch's catalog counts (docs/tags.md).",
			{ examples: [["release/*"]] },
		),
		reuse: optional(
			z.strictObject({
				from: optional(
					oneOf(reuseSources),
					"With `any`, an image counts that states the right inputs and repository. With `same-repository`, a run of this repository must have signed it. With `protected`, that run was also on the default branch or on a branch of `publish_on`. With `none`, every run builds and smokes all images. Without it: `same-repository` if the option `require-signed` is set, else `any`.",
					{ examples: ["protected"] },
				),
				key: optional(
					z.union([parsedText(parsePublicKey).transform((key) => [key]), z.array(parsedText(parsePublicKey)).min(1)]),
					"Public keys as PEM text, whose signatures count besides those of our workflow: one, or a list.",
				),
			}),
			"Whose images and smoke results count. Only the default branch's catalog counts (docs/signing.md).",
			{ examples: [{ from: "protected" }] },
		),
		network: optional(
			z.strictObject({
				name: optional(
					parsedText(nameParser("a network", /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, "lucid-net")),
					"Name of the network. Without it, the project's name.",
					{ examples: ["lucid-pi-network"] },
				),
				subnet: optional(parsedText(parseSubnet), "Subnet in CIDR form.", { examples: ["172.20.0.0/16"] }),
			}),
			"Network that the running services share.",
		),
		defaults: optional(settingsSchema, "Settings for all services. A phase or a service may override each one."),
		phases: optional(
			mapWithKeys(phaseId, phase),
			"Groups of services by id, in the order of the plan. Each may have its own settings.",
			{ examples: [{ "1": { title: "Base" } }] },
		),
		services: mapWithKeys(parseServiceName, service).meta({
			description: "Services to build, by name.",
			examples: [{ api: { context: "services/api", ports: [8080], health: "/health" } }],
		}),
		externals: optional(
			mapWithKeys(parseServiceName, external),
			"Images that services need at runtime and that are not built here, by name.",
			{ examples: [{ mongo: { image: "mongo:7", health: { tcp: 27017 } } }] },
		),
	})
	.meta({ title: "Lucid service catalog, version 1", description: "Describes the services of a repository." });

export type RawCatalog = z.output<typeof catalogSchema>;
export type RawService = z.output<typeof service>;
