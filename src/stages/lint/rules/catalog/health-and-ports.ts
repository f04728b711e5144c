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
		message: "the catalog says how to tell that it is healthy, the image does not: no HEALTHCHECK",
		at: { file: trace.file, line: trace.finalStage.line },
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
	const fix = "make them the same";
	if (asked.port !== health.port)
		yield { message: `HEALTHCHECK asks port ${asked.port}, the catalog says ${health.port}`, at, fix };
	if (asked.path !== health.path)
		yield { message: `HEALTHCHECK asks ${asked.path}, the catalog says ${health.path}`, at, fix };
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
			message: `the catalog says port ${port}, the image does not EXPOSE it`,
			at: { file: trace.file, line: trace.finalStage.ports.at(-1)?.line ?? trace.finalStage.line },
			fix: `add "EXPOSE ${port}" to the final stage, or correct the port in the catalog`,
			// Other bases may expose it.
			...(bareBase(context, request) === undefined && { severity: "warning" as const }),
		};
	}
}

function* otherPort({ trace, service }: RuleContext): Iterable<RuleFinding> {
	const { env, ports, entrypoint, cmd } = trace.finalStage;
	const catalog = service.ports.map(({ container }) => container);
	const [known, where] =
		catalog.length > 0
			? [catalog, "the catalog says"]
			: [ports.map(({ value }) => value.port), "the image has EXPOSE for"];
	if (known.length === 0) return;
	const tell = (what: string, port: number, line: number | undefined): RuleFinding => ({
		message: `${what} ${port}, ${where} ${[...new Set(known)].join(", ")}`,
		at: line === undefined ? service.at : { file: trace.file, line },
		why: "the program listens where nobody asks",
		fix: "make them the same",
	});
	const given = service.env.PORT;
	const own = env.PORT;
	const value = given ?? own?.value ?? "";
	if (/^\d{2,5}$/.test(value) && !known.includes(Number(value)))
		yield tell("PORT is", Number(value), given === undefined ? own?.line : undefined);
	const line = cmd?.line ?? entrypoint?.line;
	const port = listenPort([...(entrypoint?.value.words ?? []), ...(cmd?.value.words ?? [])]);
	if (port !== undefined && !known.includes(port)) yield tell("the program is told to listen on port", port, line);
}

function* loopback(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	const { env, ports, entrypoint, cmd } = trace.finalStage;
	if (service.ports.length === 0 && ports.length === 0 && service.health === undefined) return;
	const tell = (what: string, line: number | undefined): RuleFinding => ({
		message: `${what}: nobody outside the container can reach it`,
		at: line === undefined ? service.at : { file: trace.file, line },
		why: "127.0.0.1 is the container itself; a HEALTHCHECK inside it succeeds all the same",
		fix: "listen on 0.0.0.0",
	});
	for (const [name, value] of Object.entries(service.env))
		if (isLoopbackVariable(name, value)) yield tell(`${name} is ${value}`, undefined);
	for (const [name, { value, line }] of Object.entries(env))
		if (!Object.hasOwn(service.env, name) && isLoopbackVariable(name, value)) yield tell(`${name} is ${value}`, line);
	for (const command of [entrypoint, cmd]) {
		const address = command && loopbackAddress(command.value.words);
		if (address !== undefined) yield tell(`the program is told to listen on ${address}`, command?.line);
	}
	const file = pythonEntryFile(context);
	const bound = file === undefined ? undefined : findPythonLoopbackBind(request.around.text(file) ?? "");
	if (file !== undefined && bound !== undefined)
		yield { ...tell(`the server is bound to ${bound.address}`, undefined), at: { file, line: bound.line } };
}

export const healthRules: readonly LintRule[] = [
	{
		id: "healthcheck-mismatch",
		scope: "service",
		severity: "warning",
		verifiedBy: "healthcheck-target",
		title: "HEALTHCHECK and catalog disagree on port or path",
		docs: "One of the two is wrong: either the container is called unhealthy while it works, or smoke asks for something that is not there.",
		check: mismatch,
	},
	{
		id: "no-healthcheck",
		scope: "service",
		severity: "warning",
		verifiedBy: "healthcheck",
		title: "No HEALTHCHECK, though the catalog knows how to tell",
		docs: "Smoke does not need it; `docker ps` and Compose's `condition: service_healthy` do.",
		check: noHealthcheck,
	},
	{
		id: "port-not-exposed",
		scope: "service",
		severity: "error",
		verifiedBy: "port",
		title: "A port of the catalog that the image does not EXPOSE",
		docs: "EXPOSE opens nothing, but it is where people and tools look for an image's ports. A difference mostly means that one of the numbers is old. A warning where the base image may expose it.",
		check: notExposed,
	},
	{
		id: "port-mismatch",
		scope: "service",
		severity: "warning",
		title: "The program listens on another port than the catalog says",
		docs: "`ENV PORT`, the catalog's `env`, or `--port` and `--bind` in CMD and ENTRYPOINT name a port that is none of the catalog's `ports` (or, where it has none, none that the image EXPOSEs). The port that is published leads nowhere then.",
		check: otherPort,
	},
	{
		id: "loopback-bind",
		scope: "service",
		severity: "warning",
		title: "A server that listens inside its container only",
		docs: "A server bound to `127.0.0.1` or `localhost` is reached from its own container alone: a HEALTHCHECK passes, every other container and the host get no connection. Bind to `0.0.0.0`. Seen in `HOST` and the like, of the image or of the catalog's `env`, in the options of CMD and ENTRYPOINT, and in the Python file that the container starts.",
		check: loopback,
	},
];
