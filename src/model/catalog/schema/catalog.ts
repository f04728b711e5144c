import { z } from "zod";
import {
	catalogNames,
	nameParser,
	parseImageReference,
	parsePath,
	parseRegistry,
	parseServiceName,
} from "../values/names.ts";
import { parseSubnet } from "../values/values.ts";
import {
	mapWithKeys,
	nonEmptyText,
	oneOf,
	parsedOrNumber,
	parsedText,
	singleLine,
	templateParser,
	yamlBoolean,
} from "./fields.ts";
import { healthSchema } from "./health.ts";
import { envSchema, needsSchema, portsSchema, settingsSchema, settingsShape } from "./settings.ts";

const title = parsedText(singleLine).optional();

const phase = z.strictObject({
	title: title.meta({ description: "Name of the phase, for people.", examples: ["Core Services"] }),
	...settingsSchema.shape,
});

const phaseId = nameParser("a phase", /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, '"1"');

const service = z.strictObject({
	phase: parsedOrNumber(phaseId)
		.optional()
		.meta({ description: "The phase it belongs to: a key of `phases`.", examples: ["3"] }),
	title: title.meta({
		description: "Name of the service, for people. Without it, made of its name.",
		examples: ["API Gateway"],
	}),
	description: parsedText(nonEmptyText)
		.optional()
		.meta({ description: "What it is, in a sentence.", examples: ["Entry point of all APIs"] }),
	planned: yamlBoolean.optional().meta({
		description: "True for a service that has no Dockerfile yet: it only counts in the progress.",
		default: false,
	}),
	dockerfile: parsedText(parsePath)
		.optional()
		.meta({
			description: "Its Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",
			examples: ["services/api/Dockerfile"],
		}),
	context: parsedText(parsePath)
		.optional()
		.meta({
			description: "Folder that the build sees, relative to the catalog's folder.",
			default: ".",
			examples: ["services/api"],
		}),
	target: parsedText(nameParser("a stage", /^[A-Za-z0-9][A-Za-z0-9._-]*$/, "runtime"))
		.optional()
		.meta({ description: "Stage of the Dockerfile to build. Without it, the last.", examples: ["runtime"] }),
	image: parsedText(templateParser(catalogNames))
		.optional()
		.meta({
			description: "Name of the image, in place of the one that the catalog's `image` gives.",
			examples: ["acme/api"],
		}),
	run: oneOf(["job", "never"])
		.optional()
		.meta({
			description:
				"`job`: it ends by itself, its exit code is its health, and what needs it starts after that. `never`: it is not started. Without it, a service with ports or health is a server, one with only a command a worker that has to stay up, and one that is only there for others to be FROM is not started.",
			examples: ["job"],
		}),
	command: z
		.array(z.string())
		.min(1)
		.optional()
		.meta({
			description: "What to run in its container, in place of the image's own CMD.",
			examples: [["alembic", "upgrade", "head"]],
		}),
	ports: portsSchema,
	health: healthSchema.optional().meta({
		description:
			"How to see that it works: a path to ask for over HTTP, or a map with a path, a TCP port or a command. Of a job or a worker, only how long it may take: `deadline`, `stable`, `stop_grace_period`.",
		examples: ["/health", { path: "/health", body: "healthy" }, { tcp: 6379 }],
	}),
	...settingsShape,
});

const external = z.strictObject({
	image: parsedText(parseImageReference).meta({ description: "The image to run.", examples: ["mongo:7"] }),
	command: z
		.array(z.string())
		.min(1)
		.optional()
		.meta({
			description: "What to run in it, in place of the image's own command.",
			examples: [["mongod", "--quiet"]],
		}),
	run: oneOf(["job"])
		.optional()
		.meta({
			description: "It ends by itself, and what needs it starts after that, as for a service.",
			examples: ["job"],
		}),
	env: envSchema,
	ports: portsSchema,
	health: healthSchema
		.optional()
		.meta({ description: "How to see that it works, as for a service.", examples: [{ tcp: 27017 }] }),
	needs: needsSchema,
});

/** The catalog as a person writes it. Types, checks, the JSON Schema and the reference are all made of this. */
export const catalogSchema = z
	.strictObject({
		version: z.literal(1).meta({ description: "Version of this format: 1." }),
		project: parsedText(nameParser("a project", /^[a-z0-9][a-z0-9_-]{0,62}$/, "lucid")).meta({
			description: "Name of the project: lower case, digits, dashes.",
			examples: ["lucid"],
		}),
		registry: parsedText(parseRegistry)
			.optional()
			.meta({
				description: "Registry that images are pushed to, perhaps with a path that all share.",
				default: "docker.io",
				examples: ["ghcr.io/acme"],
			}),
		image: parsedText(templateParser(catalogNames))
			.optional()
			.meta({
				description: "Name of each image below the registry. May use {{name}}, {{phase}} and {{project}}.",
				default: "{{name}}",
				examples: ["acme/lucid-{{name}}"],
			}),
		network: z
			.strictObject({
				name: parsedText(nameParser("a network", /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/, "lucid-net"))
					.optional()
					.meta({ description: "Its name. Without it, the project's.", examples: ["lucid-pi-network"] }),
				subnet: parsedText(parseSubnet)
					.optional()
					.meta({ description: "Its addresses.", examples: ["172.20.0.0/16"] }),
			})
			.optional()
			.meta({ description: "Network that the services share when they run." }),
		defaults: settingsSchema
			.optional()
			.meta({ description: "Settings of all services. A phase and a service may override each of them." }),
		phases: mapWithKeys(phaseId, phase)
			.optional()
			.meta({
				description: "Groups of services in the order of the plan, by id. Each may have settings of its own.",
				examples: [{ "1": { title: "Base" } }],
			}),
		services: mapWithKeys(parseServiceName, service).meta({
			description: "What is built, by name.",
			examples: [{ api: { context: "services/api", ports: [8080], health: "/health" } }],
		}),
		externals: mapWithKeys(parseServiceName, external)
			.optional()
			.meta({
				description: "What services need when they run but is not built here, by name.",
				examples: [{ mongo: { image: "mongo:7", health: { tcp: 27017 } } }],
			}),
	})
	.meta({ title: "Lucid service catalog, version 1", description: "Says what the services of a repository are." });

export type RawCatalog = z.output<typeof catalogSchema>;
export type RawService = z.output<typeof service>;
