import type { Health, Port } from "../documents/service.ts";
import type { RawHealth, RawTiming } from "./health-schema.ts";
import { mergeTiming } from "./merge.ts";
import type { Fault } from "./problems.ts";
import { either } from "./show.ts";

const anyGood = [[200, 399]] as const;

/**
 * A health check with its timing, or what is wrong with it: it must ask one thing, over HTTP, TCP or by a command,
 * and over HTTP there must be a port to ask on.
 */
export function resolveHealth(
	raw: RawHealth,
	ports: readonly Port[],
	layers: readonly (RawTiming | undefined)[],
): Health | Fault {
	const map: Exclude<RawHealth, string> = typeof raw === "string" ? { path: raw } : raw;
	const timing = mergeTiming([...layers, map]);
	const kinds = (["path", "tcp", "command"] as const).filter((key) => map[key] !== undefined);
	const [kind] = kinds;
	if (kind === undefined)
		return wrong("health does not say what to ask", "add `path: /health`, `tcp: 6379` or `command: [program]`");
	if (kinds.length > 1) return wrong(`health has ${kinds.join(" and ")}`, "keep one of them");
	if (kind !== "path") {
		const http = (["port", "method", "headers", "status", "body"] as const).filter((key) => map[key] !== undefined);
		if (http.length > 0) return wrong(`health has ${either(http)}, which only HTTP knows`, `remove it, or ${kind}`);
	}
	if (map.tcp !== undefined) return { kind: "tcp", port: map.tcp, timing };
	if (map.command !== undefined) return { kind: "command", command: map.command, timing };
	const port = map.port ?? ports.find(({ protocol }) => protocol === "tcp")?.container;
	if (port === undefined) return wrong("health has no port to ask on", "add `port:` to it, or `ports:` to the service");
	return {
		kind: "http",
		path: map.path ?? "/",
		port,
		method: map.method ?? "GET",
		headers: map.headers ?? {},
		status: map.status ?? anyGood,
		...(map.body !== undefined && { body: map.body }),
		timing,
	};
}

function wrong(message: string, fix: string): Fault {
	return { code: "catalog/health", message, fix };
}
