import {
	findPythonLoopbackBind,
	healthcheckTarget,
	isLoopbackVariable,
	listenPort,
	loopbackAddress,
} from "../../../../model/service/server-address.ts";
import { bareBase, finalStages, inheritedValue } from "../../analysis/final-image.ts";
import { pythonEntryFile } from "../../analysis/python-paths.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

function* noHealthcheck(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	if (service.health === undefined || inheritedValue("healthcheck", context, request) !== undefined) return;
	yield {
		message: "the catalog has a health check, but the image has no HEALTHCHECK",
		at: { file: trace.file, line: trace.finalStage.line },
		fix: "add a HEALTHCHECK in JSON form to the final stage",
	};
}

function* healthcheckMismatch({ trace, service }: RuleContext): Iterable<RuleFinding> {
	const { healthcheck, env } = trace.finalStage;
	const { health } = service;
	if (healthcheck === undefined || health?.kind !== "http" || healthcheck.value.kind === "none") return;
	const target = healthcheckTarget(healthcheck.value.words, (name) => service.env[name] ?? env[name]?.value);
	if (target === undefined) return;
	const found = { at: { file: trace.file, line: healthcheck.line }, fix: "use the same value in both" };
	if (target.port !== health.port)
		yield { message: `HEALTHCHECK uses port ${target.port}, the catalog has ${health.port}`, ...found };
	if (target.path !== health.path)
		yield { message: `HEALTHCHECK requests ${target.path}, the catalog has ${health.path}`, ...found };
}

function* portNotExposed(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	const exposed = finalStages(context, request).flatMap(({ ports }) => ports.map(({ value }) => value));
	for (const { container, protocol } of service.ports) {
		if (exposed.some((one) => one.port === container && one.protocol === protocol)) continue;
		const port = protocol === "tcp" ? `${container}` : `${container}/${protocol}`;
		yield {
			message: `the catalog has port ${port}, but the image does not EXPOSE it`,
			at: { file: trace.file, line: trace.finalStage.ports.at(-1)?.line ?? trace.finalStage.line },
			fix: `add "EXPOSE ${port}" to the final stage, or correct the port in the catalog`,
			// An unknown base may EXPOSE it.
			...(bareBase(context, request) === undefined && { severity: "warning" }),
		};
	}
}

function* portMismatch({ trace, service }: RuleContext): Iterable<RuleFinding> {
	const { env, ports, entrypoint, cmd } = trace.finalStage;
	const inCatalog = service.ports.length > 0;
	const known = inCatalog ? service.ports.map(({ container }) => container) : ports.map(({ value }) => value.port);
	if (known.length === 0) return;
	const expected = `the ${inCatalog ? "catalog has" : "image exposes"} ${[...new Set(known)].join(", ")}`;
	const report = (what: string, port: number, line: number | undefined): RuleFinding => ({
		message: `${what} ${port}, ${expected}`,
		at: line === undefined ? service.at : { file: trace.file, line },
		why: "connections to the published port fail",
		fix: "use the same port in both",
	});
	const fromCatalog = service.env.PORT;
	const value = fromCatalog ?? env.PORT?.value ?? "";
	if (/^\d{2,5}$/.test(value) && !known.includes(Number(value)))
		yield report("PORT is", Number(value), fromCatalog === undefined ? env.PORT?.line : undefined);
	const port = listenPort([...(entrypoint?.value.words ?? []), ...(cmd?.value.words ?? [])]);
	if (port !== undefined && !known.includes(port))
		yield report("the command listens on port", port, cmd?.line ?? entrypoint?.line);
}

function* loopbackBind(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	const { env, ports, entrypoint, cmd } = trace.finalStage;
	if (service.ports.length === 0 && ports.length === 0 && service.health === undefined) return;
	const report = (what: string, line?: number, file = trace.file): RuleFinding => ({
		message: `${what}: the server is not reachable from outside the container`,
		at: line === undefined ? service.at : { file, line },
		why: "127.0.0.1 is the container itself; a HEALTHCHECK inside it still succeeds",
		fix: "listen on 0.0.0.0",
	});
	for (const [name, value] of Object.entries(service.env))
		if (isLoopbackVariable(name, value)) yield report(`${name} is ${value}`);
	for (const [name, { value, line }] of Object.entries(env))
		if (!Object.hasOwn(service.env, name) && isLoopbackVariable(name, value)) yield report(`${name} is ${value}`, line);
	for (const command of [entrypoint, cmd]) {
		const address = command && loopbackAddress(command.value.words);
		if (address !== undefined) yield report(`the command listens on ${address}`, command?.line);
	}
	const file = pythonEntryFile(context);
	const bind = file === undefined ? undefined : findPythonLoopbackBind(request.around.text(file) ?? "");
	if (bind !== undefined) yield report(`the server binds to ${bind.address}`, bind.line, file);
}

export const healthAndPortRules: readonly LintRule[] = [
	{
		id: "healthcheck-mismatch",
		scope: "service",
		severity: "warning",
		verifiedBy: "healthcheck-target",
		title: "HEALTHCHECK and catalog differ in port or path",
		docs: "Either the working container is reported unhealthy, or smoke probes a wrong address.",
		check: healthcheckMismatch,
	},
	{
		id: "no-healthcheck",
		scope: "service",
		severity: "warning",
		verifiedBy: "healthcheck",
		title: "No HEALTHCHECK, although the catalog has a health check",
		docs: "`docker ps` and Compose's `condition: service_healthy` need it; smoke does not.",
		check: noHealthcheck,
	},
	{
		id: "port-not-exposed",
		scope: "service",
		severity: "error",
		verifiedBy: "port",
		title: "A catalog port that the image does not EXPOSE",
		docs: "EXPOSE opens no port, but people and tools read it. A warning if an unknown base image may expose the port.",
		check: portNotExposed,
	},
	{
		id: "port-mismatch",
		scope: "service",
		severity: "warning",
		title: "The program listens on a port that the catalog does not have",
		docs: "Connections to the published port fail. `ENV PORT`, the catalog's `env`, `--port` or `--bind` in CMD and ENTRYPOINT set a port that is not in the catalog's `ports` (or, without those, in the image's EXPOSE).",
		check: portMismatch,
	},
	{
		id: "loopback-bind",
		scope: "service",
		severity: "warning",
		title: "A server that listens only inside its container",
		docs: "With `127.0.0.1` or `localhost`, a HEALTHCHECK passes, but other containers and the host get no connection. Bind to `0.0.0.0`. Checks `HOST` and similar variables of the image and of the catalog's `env`, the options of CMD and ENTRYPOINT, and the Python file that the container starts.",
		check: loopbackBind,
	},
];
