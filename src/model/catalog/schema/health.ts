import { z } from "zod";
import * as v from "../values/values.ts";
import {
	mapWithKeys,
	oneOf,
	optional,
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
	start_period: optional(duration, "Failures within this time after the start do not count.", {
		default: "60s",
		examples: ["90s"],
	}),
	interval: optional(duration, "Time between two attempts.", { default: "1s", examples: ["500ms"] }),
	timeout: optional(duration, "Time limit of one attempt.", { default: "5s", examples: ["10s"] }),
	retries: optional(positiveInteger, "Failed attempts after the start period that make the service unhealthy.", {
		default: 3,
		examples: [5],
	}),
	successes: optional(positiveInteger, "Successive good answers that make the service healthy.", {
		default: 2,
		examples: [3],
	}),
	stable: optional(
		duration,
		"Time from the start that the container must stay up without a restart. It must answer again at the end.",
		{ default: "1s", examples: ["10s"] },
	),
	stop_grace_period: optional(duration, "Time to exit after SIGTERM, in whole seconds. Then the container is killed.", {
		default: "10s",
		examples: ["30s"],
	}),
	wrong_answer_period: optional(
		duration,
		"Time that a running server may give the same wrong answer (404, but not 5xx, 408, 425 or 429). Then the service fails, once the start period is over, regardless of `retries`.",
		{ default: "15s", examples: ["5s"] },
	),
	deadline: optional(
		duration,
		"Time limit from the container's start until it is healthy, regardless of the other keys. Without it, the start period plus the time of the retries.",
		{ examples: ["2m"] },
	),
};

/** Timing of a health check. */
export const timingSchema = z.strictObject(timingShape);

const status = z.union([
	parsedOrNumber(v.parseStatus).transform((range) => [range]),
	z.array(parsedOrNumber(v.parseStatus)).min(1),
]);

const healthMap = z.strictObject({
	path: optional(parsedText(v.parseHealthPath), "HTTP path to request. The host is always the container itself.", {
		examples: ["/health"],
	}),
	port: optional(
		parsedOrNumber(v.parsePortNumber),
		"Container port for the request. Without it, the first TCP port of `ports`.",
		{ examples: [8080] },
	),
	method: optional(oneOf(["GET", "HEAD", "POST"]), "HTTP method: GET, HEAD or POST.", { default: "GET" }),
	headers: optional(
		mapWithKeys(
			v.parseHeaderName,
			scalarText.transform((text, context) => parseInto(singleLine, text, context)),
		),
		"Request headers.",
		{ examples: [{ Accept: "application/json" }] },
	),
	status: optional(status, "HTTP statuses that count as healthy: one, a range, or a list.", {
		default: "200-399",
		examples: [200, "200-299", [200, 204]],
	}),
	body: optional(z.string().min(1), "Text that the response must contain.", { examples: ["healthy"] }),
	body_matches: optional(
		parsedText(v.parseRegExp),
		"Regular expression that the response must match, in JavaScript's syntax without lookaheads and back-references; `(?i:...)` ignores case.",
		{ examples: ["^\\s*ok\\b"] },
	),
	json: optional(
		parsedText(v.parseJsonTest),
		"Condition on the JSON response: a path, or a path compared with a value. `[*]` is every item of a list.",
		{ examples: ['$.status == "healthy"', "$.checks[*].up", "$.peers >= 1"] },
	),
	negative: optional(
		yamlBoolean,
		"Also checks that a path (or gRPC service) that cannot exist does not look healthy. `false` for a service that answers every path.",
		{ default: true },
	),
	tcp: optional(parsedOrNumber(v.parsePortNumber), "Instead of HTTP: this port must accept a connection.", {
		examples: [6379],
	}),
	grpc: optional(
		parsedOrNumber(v.parsePortNumber),
		"Instead of HTTP: the gRPC server on this port must answer SERVING (gRPC health protocol v1).",
		{ examples: [50051] },
	),
	grpc_service: optional(parsedText(v.parseGrpcService), "gRPC service to check. Without it, the whole server.", {
		examples: ["lucid.Chain"],
	}),
	healthcheck: optional(
		z.literal(true),
		"Instead of HTTP: the image's own HEALTHCHECK decides. Without this key, the HEALTHCHECK is an additional check.",
		{ examples: [true] },
	),
	command: optional(
		z.array(z.string()).min(1),
		"Instead of HTTP: this program, run in the container without a shell, must exit with 0.",
		{ examples: [["redis-cli", "ping"]] },
	),
	...timingShape,
});

/** A health check: a path, or a map. */
export const rawHealthSchema = z.union([parsedText(v.parseHealthPath), healthMap]);

export type RawHealth = z.output<typeof rawHealthSchema>;
export type RawTiming = z.output<typeof timingSchema>;
