import { z } from "zod";
import { anyText, mapOf, oneLine, parsed, parsedOrNumber, positive, read, word } from "./fields.ts";
import * as v from "./values.ts";

const duration = parsed(v.parseDuration);
const timingShape = {
	start_period: duration
		.optional()
		.meta({ description: "Failures in this time after the start do not count.", default: "60s", examples: ["90s"] }),
	interval: duration
		.optional()
		.meta({ description: "Time from one try to the next.", default: "1s", examples: ["500ms"] }),
	timeout: duration.optional().meta({ description: "How long one try may take.", default: "5s", examples: ["10s"] }),
	retries: positive.optional().meta({
		description: "Failed tries after the start period that make it unhealthy.",
		default: 3,
		examples: [5],
	}),
};

/** How often and how long a health check tries. */
export const timing = z.strictObject(timingShape);

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

/** A health check: a path, or a map. */
export const health = z.union([parsed(v.parseHealthPath), healthMap]);

export type RawHealth = z.output<typeof health>;
export type RawTiming = z.output<typeof timing>;
