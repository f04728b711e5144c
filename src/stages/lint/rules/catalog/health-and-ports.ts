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
		at: { file: trace.file, line: trace.final.line },
		fix: "add a HEALTHCHECK in JSON form to the final stage",
	};
}

function* mismatch({ trace, service }: RuleContext): Iterable<RuleFinding> {
	const { healthcheck, env } = trace.finalStage;
	const { health } = service;
	if (healthcheck === undefined || health?.kind !== "http" || healthcheck.value.kind === "none") return;
	const asked = healthcheckTarget(healthcheck.value.words, (name) => service.env[name] ?? env[name]?.value);
	if (asked === undefined) return;
	const at = { file: trace.file, line: healthcheck.line };
	const fix = "use the same value in both";
	if (asked.port !== health.port)
		yield { message: `HEALTHCHECK uses port ${asked.port}, the catalog has ${health.port}`, at, fix };
	if (asked.path !== health.path)
		yield { message: `HEALTHCHECK requests ${asked.path}, the catalog has ${health.path}`, at, fix };
}

function* notExposed(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	const exposed = finalStages(context, request).flatMap(({ ports }) =>
		ports.map(({ value }) => `${value.port}/${value.protocol}`),
	);
	for (const { container, protocol } of service.ports) {
		if (exposed.includes(`${container}/${protocol}`)) continue;
		const port = protocol === "tcp" ? `${container}` : `${container}/${protocol}`;
		yield {
			message: `the catalog has port ${port}, but the image does not EXPOSE it`,
			at: { file: trace.file, line: trace.final.ports.at(-1)?.line ?? trace.final.line },
			fix: `add "EXPOSE ${port}" to the final stage, or correct the port in the catalog`,
			// An unknown base may EXPOSE it.
			...(bareBase(context, request) === undefined && { severity: "warning" as const }),
		};
	}
}

function* otherPort({ trace, service }: RuleContext): Iterable<RuleFinding> {
	const { env, ports, entrypoint, cmd } = trace.finalStage;
	const catalog = service.ports.map(({ container }) => container);
	const [known, where] =
		catalog.length > 0 ? [catalog, "the catalog has"] : [ports.map(({ value }) => value.port), "the image exposes"];
	if (known.length === 0) return;
	const tell = (what: string, port: number, line: number | undefined): RuleFinding => ({
		message: `${what} ${port}, ${where} ${[...new Set(known)].join(", ")}`,
		at: line === undefined ? service.at : { file: trace.file, line },
		why: "connections to the published port fail",
		fix: "use the same port in both",
	});
	const given = service.env.PORT;
	const own = env.PORT;
	const value = given ?? own?.value ?? "";
	if (/^\d{2,5}$/.test(value) && !known.includes(Number(value)))
		yield tell("PORT is", Number(value), given === undefined ? own?.line : undefined);
	const line = cmd?.line ?? entrypoint?.line;
	const port = listenPort([...(entrypoint?.value.words ?? []), ...(cmd?.value.words ?? [])]);
	if (port !== undefined && !known.includes(port)) yield tell("the command listens on port", port, line);
}

function* loopback(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	const { env, ports, entrypoint, cmd } = trace.finalStage;
	if (service.ports.length === 0 && ports.length === 0 && service.health === undefined) return;
	const tell = (what: string, line: number | undefined): RuleFinding => ({
		message: `${what}: the server is not reachable from outside the container`,
		at: line === undefined ? service.at : { file: trace.file, line },
		why: "127.0.0.1 is the container itself; a HEALTHCHECK inside it still succeeds",
		fix: "listen on 0.0.0.0",
	});
	for (const [name, value] of Object.entries(service.env))
		if (isLoopbackVariable(name, value)) yield tell(`${name} is ${value}`, undefined);
	for (const [name, { value, line }] of Object.entries(env))
		if (!Object.hasOwn(service.env, name) && isLoopbackVariable(name, value)) yield tell(`${name} is ${value}`, line);
	for (const command of [entrypoint, cmd]) {
		const address = command && loopbackAddress(command.value.words);
		if (address !== undefined) yield tell(`the command listens on ${address}`, command?.line);
	}
	const file = pythonEntryFile(context);
	const bound = file === undefined ? undefined : findPythonLoopbackBind(request.around.text(file) ?? "");
	if (file !== undefined && bound !== undefined)
		yield { ...tell(`the server binds to ${bound.address}`, undefined), at: { file, line: bound.line } };
}

export const healthRules: readonly LintRule[] = [
	{
		id: "healthcheck-mismatch",
		scope: "service",
		severity: "warning",
		verifiedBy: "healthcheck-target",
		title: "HEALTHCHECK and catalog differ in port or path",
		docs: "One of the two is wrong: either the container is reported unhealthy although it works, or smoke probes an address that does not exist.",
		check: mismatch,
	},
	{
		id: "no-healthcheck",
		scope: "service",
		severity: "warning",
		verifiedBy: "healthcheck",
		title: "No HEALTHCHECK, although the catalog has a health check",
		docs: "Smoke does not need it; `docker ps` and Compose's `condition: service_healthy` do.",
		check: noHealthcheck,
	},
	{
		id: "port-not-exposed",
		scope: "service",
		severity: "error",
		verifiedBy: "port",
		title: "A catalog port that the image does not EXPOSE",
		docs: "EXPOSE opens no port, but people and tools read an image's ports there. A difference usually means that one of the numbers is outdated. A warning if an unknown base image may expose the port.",
		check: notExposed,
	},
	{
		id: "port-mismatch",
		scope: "service",
		severity: "warning",
		title: "The program listens on a port that the catalog does not have",
		docs: "`ENV PORT`, the catalog's `env`, or `--port` and `--bind` in CMD and ENTRYPOINT set a port that is not in the catalog's `ports` (or, if it has none, not in the image's EXPOSE). Connections to the published port then fail.",
		check: otherPort,
	},
	{
		id: "loopback-bind",
		scope: "service",
		severity: "warning",
		title: "A server that listens only inside its container",
		docs: "A server bound to `127.0.0.1` or `localhost` is reachable only from its own container: a HEALTHCHECK passes, but other containers and the host get no connection. Bind to `0.0.0.0`. The rule checks `HOST` and similar variables of the image and of the catalog's `env`, the options of CMD and ENTRYPOINT, and the Python file that the container starts.",
		check: loopback,
	},
];
