import { z } from "zod";
import * as v from "../values/values.ts";
import {
	mapWithKeys,
	oneOf,
	parsedOrNumber,
	parsedText,
	parseInto,
	positiveInteger,
	scalarText,
	singleLine,
	yamlBoolean,
} from "./fields.ts";

const duration = parsedText(v.parseDuration);
const timingShape = {
	start_period: duration
		.optional()
		.meta({ description: "Failures in this time after the start do not count.", default: "60s", examples: ["90s"] }),
	interval: duration
		.optional()
		.meta({ description: "Time from one try to the next.", default: "1s", examples: ["500ms"] }),
	timeout: duration.optional().meta({ description: "How long one try may take.", default: "5s", examples: ["10s"] }),
	retries: positiveInteger.optional().meta({
		description: "Failed tries after the start period that make it unhealthy.",
		default: 3,
		examples: [5],
	}),
	successes: positiveInteger
		.optional()
		.meta({ description: "Good answers in a row that make it healthy.", default: 2, examples: [3] }),
	stable: duration.optional().meta({
		description: "How long it must stay up from its start, without a restart. It must answer again at the end.",
		default: "1s",
		examples: ["10s"],
	}),
	stop_grace_period: duration.optional().meta({
		description: "How long it has to end after SIGTERM, in whole seconds; what has not ended then is killed.",
		default: "10s",
		examples: ["30s"],
	}),
	wrong_answer_period: duration.optional().meta({
		description:
			"How long a running server may give the same wrong answer (404, but no 5xx, 408, 425 or 429). It fails then, once the start period is over, whatever `retries` says.",
		default: "15s",
		examples: ["5s"],
	}),
	deadline: duration.optional().meta({
		description:
			"From the container's start until it must be healthy, whatever the rest says. Without it, the start period and what the retries take.",
		examples: ["2m"],
	}),
};

/** How often and how long a health check tries. */
export const timingSchema = z.strictObject(timingShape);

const status = z.union([
	parsedOrNumber(v.parseStatus).transform((range) => [range]),
	z.array(parsedOrNumber(v.parseStatus)).min(1),
]);

const healthMap = z.strictObject({
	path: parsedText(v.parseHealthPath)
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
	method: oneOf(["GET", "HEAD", "POST"])
		.optional()
		.meta({ description: "HTTP method: GET, HEAD or POST.", default: "GET" }),
	headers: mapWithKeys(
		v.parseHeaderName,
		scalarText.transform((text, context) => parseInto(singleLine, text, context)),
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
	body_matches: parsedText(v.parseRegExp)
		.optional()
		.meta({
			description:
				"This regular expression must match the answer. JavaScript's, with the flag `u`; `(?i:...)` ignores case.",
			examples: ["^\\s*ok\\b"],
		}),
	json: parsedText(v.parseJsonTest)
		.optional()
		.meta({
			description:
				"This must hold of the answer as JSON: a path, or a path compared with a value. `[*]` means each one of a list.",
			examples: ['$.status == "healthy"', "$.checks[*].up", "$.peers >= 1"],
		}),
	negative: yamlBoolean.optional().meta({
		description:
			"A path (or gRPC service) that cannot exist must not look healthy too. `false` for a service that answers everything on purpose.",
		default: true,
	}),
	tcp: parsedOrNumber(v.parsePortNumber)
		.optional()
		.meta({ description: "Instead of HTTP: this port must accept a connection.", examples: [6379] }),
	grpc: parsedOrNumber(v.parsePortNumber)
		.optional()
		.meta({
			description:
				"Instead of HTTP: the server on this port must say SERVING, in the words of gRPC's health protocol v1.",
			examples: [50051],
		}),
	grpc_service: parsedText(v.parseGrpcService)
		.optional()
		.meta({
			description: "The gRPC service that is asked for. Without it, the server as a whole.",
			examples: ["lucid.Chain"],
		}),
	healthcheck: z
		.literal(true)
		.optional()
		.meta({
			description: "Instead of HTTP: the image's own HEALTHCHECK decides. Else it is a check beside this one.",
			examples: [true],
		}),
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

/** A health check: a path, or a map. */
export const healthSchema = z.union([parsedText(v.parseHealthPath), healthMap]);

export type RawHealth = z.output<typeof healthSchema>;
export type RawTiming = z.output<typeof timingSchema>;
