import { needsEntrypoint, type VerifiedFacts } from "../../../model/image-checks/check-config.ts";
import type { CheckResults } from "../../../model/image-checks/check-results.ts";
import type { Service } from "../../../model/service/service.ts";
import { parseShellStartCommand, parseStartCommand } from "../../../model/service/start-command.ts";
import type { FileTree } from "../layers/file-tree.ts";
import { resolveProgram, scriptProblem, type User } from "./started-program.ts";

/** The HEALTHCHECK: whether there is one, whether it can run, whether it asks for the right thing. */
export function checkHealthcheck(
	verdicts: CheckResults,
	facts: VerifiedFacts,
	service: Service,
	tree: FileTree,
	user: User,
): void {
	const test = facts.healthcheck?.test ?? [];
	const [kind, ...words] = test;
	const there = (kind === "CMD" || kind === "CMD-SHELL") && words.length > 0;
	if (!there && (!needsEntrypoint(service) || service.run === "job")) {
		verdicts.skip("healthcheck", "the catalog knows neither port nor health of it");
		return;
	}
	verdicts.add("healthcheck", { ok: there, expected: "a HEALTHCHECK", actual: words.join(" ") });
	if (!there) return;
	const shell = kind === "CMD-SHELL";
	const program = shell ? "/bin/sh" : (words[0] ?? "");
	const run = resolveProgram(tree, program, facts, user);
	const line = words.join(" ");
	// Of a shell's line only what is plainly its first program is looked up.
	const inner = shell ? /^\s*(?:exec\s+)?([\w./-]+)(?:\s|$)/.exec(line)?.[1] : undefined;
	const behind =
		inner === undefined || builtins.has(inner) || run.kind === "wrong" ? run : resolveProgram(tree, inner, facts, user);
	const startable = shell ? parseShellStartCommand(line) : parseStartCommand(words);
	const fault = startable && scriptProblem(tree, startable, facts);
	verdicts.add("healthcheck-program", {
		name: "HEALTHCHECK program",
		ok: behind.kind === "program" && fault === undefined,
		expected: `${startable?.script ?? inner ?? program} in the image`,
		actual:
			behind.kind === "program"
				? (fault ?? `/${behind.path}`)
				: `${behind.why}${shell && run.kind === "wrong" ? " (the shell form needs it)" : ""}`,
	});
	checkTarget(verdicts, line, service);
}

const builtins = new Set("test exit true false if for while case echo cd set export [".split(" "));

/** The address that it asks for at its own machine, if one can be seen. */
function checkTarget(verdicts: CheckResults, line: string, { health, ports }: Service): void {
	const found = /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'\\)]*)?/.exec(line);
	if (found === null || health === undefined) return;
	const port = Number(found[1] ?? 80);
	const path = found[2] ?? "/";
	const known = ports.map(({ container }) => container);
	const wantedPort = "port" in health ? health.port : known[0];
	const samePort = wantedPort === undefined || port === wantedPort || known.includes(port);
	const samePath = health.kind !== "http" || path === health.path;
	verdicts.add("healthcheck-target", {
		name: "HEALTHCHECK target",
		ok: samePort && samePath,
		expected: `port ${wantedPort ?? port}${health.kind === "http" ? ` and ${health.path}` : ""}`,
		actual: `port ${port} and ${path}`,
	});
}
