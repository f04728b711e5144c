import { needsEntrypoint, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import type { CheckResults } from "../../../model/image-checks/check-results.ts";
import type { Service } from "../../../model/service/service.ts";
import { parseShellStartCommand, parseStartCommand } from "../../../model/service/start-command.ts";
import type { FileTree } from "../layers/file-tree.ts";
import { resolveProgram, scriptProblem, type User } from "./started-program.ts";

export interface HealthcheckInput {
	readonly facts: VerifiedFacts;
	readonly service: Service;
	readonly tree: FileTree;
	readonly user: User;
}

/** The HEALTHCHECK: whether it exists, whether its program can run, whether it probes the catalog's port and path. */
export function checkHealthcheck(results: CheckResults, { facts, service, tree, user }: HealthcheckInput): void {
	const [kind, ...words] = facts.healthcheck?.test ?? [];
	const hasHealthcheck = (kind === "CMD" || kind === "CMD-SHELL") && words.length > 0;
	if (!hasHealthcheck && (!needsEntrypoint(service) || service.run === "job")) {
		results.skip("healthcheck", "the catalog has neither port nor health check for it");
		return;
	}
	const line = words.join(" ");
	results.add("healthcheck", { ok: hasHealthcheck, expected: "a HEALTHCHECK", actual: line });
	if (!hasHealthcheck) return;
	const isShell = kind === "CMD-SHELL";
	const program = isShell ? "/bin/sh" : (words[0] ?? "");
	const outer = resolveProgram(program, { tree, facts, user });
	// Of a shell command only a plain first program is looked up.
	const inner = isShell ? /^\s*(?:exec\s+)?([\w./-]+)(?:\s|$)/.exec(line)?.[1] : undefined;
	const isOuter = inner === undefined || shellBuiltins.has(inner) || outer.kind === "wrong";
	const resolved = isOuter ? outer : resolveProgram(inner, { tree, facts, user });
	const started = isShell ? parseShellStartCommand(line) : parseStartCommand(words);
	const problem = started && scriptProblem(tree, started, facts);
	results.add("healthcheck-program", {
		name: "HEALTHCHECK program",
		ok: resolved.kind === "program" && problem === undefined,
		expected: `${started?.script ?? inner ?? program} in the image`,
		actual:
			resolved.kind === "program"
				? (problem ?? `/${resolved.path}`)
				: `${resolved.why}${isShell && outer.kind === "wrong" ? " (the shell form needs it)" : ""}`,
	});
	checkTarget(results, line, service);
}

const shellBuiltins = new Set("test exit true false if for while case echo cd set export [".split(" "));

/** The address on its own machine that the command probes, if it is visible. */
function checkTarget(results: CheckResults, line: string, { health, ports }: Service): void {
	const url = /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'\\)]*)?/.exec(line);
	if (url === null || health === undefined) return;
	const port = Number(url[1] ?? 80);
	const path = url[2] ?? "/";
	const catalogPorts = ports.map(({ container }) => container);
	const wantedPort = "port" in health ? health.port : catalogPorts[0];
	const isPortRight = wantedPort === undefined || port === wantedPort || catalogPorts.includes(port);
	const isPathRight = health.kind !== "http" || path === health.path;
	results.add("healthcheck-target", {
		name: "HEALTHCHECK target",
		ok: isPortRight && isPathRight,
		expected: `port ${wantedPort ?? port}${health.kind === "http" ? ` and ${health.path}` : ""}`,
		actual: `port ${port} and ${path}`,
	});
}
