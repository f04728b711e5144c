import { inherited, standsOn } from "../image.ts";
import type { Found, Rule, ServiceContext } from "../rule.ts";

/** An address of the container itself in a command: its port and path. */
const localUrl =
	/https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/;
/** `$NAME`, `${NAME}`, `${NAME:-otherwise}`. */
const variable = /\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g;

function* noHealthcheck(context: ServiceContext): Iterable<Found> {
	const { trace, service, request } = context;
	if (service.health === undefined || inherited("healthcheck", context, request) !== undefined) return;
	yield {
		message: "the catalog says how to tell that it is healthy, the image does not: no HEALTHCHECK",
		at: { file: trace.file, line: trace.final.line },
		fix: "add a HEALTHCHECK in JSON form to the final stage",
	};
}

function* mismatch({ trace, service }: ServiceContext): Iterable<Found> {
	const { healthcheck, env } = trace.final;
	const { health } = service;
	if (healthcheck === undefined || health?.kind !== "http" || healthcheck.value.kind === "none") return;
	// A variable in the address is one of the image.
	const text = healthcheck.value.words
		.join(" ")
		.replace(
			variable,
			(all, plain?: string, braced?: string, otherwise?: string) =>
				env[plain ?? braced ?? ""]?.value ?? otherwise ?? all,
		);
	const found = localUrl.exec(text);
	// A variable that is left is set when the container starts, and nobody knows to what.
	if (found === null || found[2]?.includes("$")) return;
	const port = found[1] === undefined ? 80 : Number(found[1]);
	const path = found[2] ?? "/";
	const at = { file: trace.file, line: healthcheck.line };
	if (port !== health.port)
		yield { message: `HEALTHCHECK asks port ${port}, the catalog says ${health.port}`, at, fix: "make them the same" };
	if (path !== health.path)
		yield { message: `HEALTHCHECK asks ${path}, the catalog says ${health.path}`, at, fix: "make them the same" };
}

function* notExposed(context: ServiceContext): Iterable<Found> {
	const { trace, service, request } = context;
	const exposed = standsOn(context, request).flatMap(({ ports }) =>
		ports.map(({ value }) => `${value.port}/${value.protocol}`),
	);
	for (const { container, protocol } of service.ports) {
		if (exposed.includes(`${container}/${protocol}`)) continue;
		const port = protocol === "tcp" ? `${container}` : `${container}/${protocol}`;
		yield {
			message: `the catalog says port ${port}, the image does not EXPOSE it`,
			at: { file: trace.file, line: trace.final.ports.at(-1)?.line ?? trace.final.line },
			fix: `add "EXPOSE ${port}" to the final stage, or correct the port in the catalog`,
		};
	}
}

export const healthRules: readonly Rule[] = [
	{
		id: "healthcheck-mismatch",
		scope: "service",
		severity: "warning",
		title: "HEALTHCHECK and catalog disagree on port or path",
		docs: "One of the two is wrong: either the container is called unhealthy while it works, or smoke asks for something that is not there.",
		check: mismatch,
	},
	{
		id: "no-healthcheck",
		scope: "service",
		severity: "note",
		title: "No HEALTHCHECK, though the catalog knows how to tell",
		docs: "Smoke does not need it; `docker ps` and Compose's `condition: service_healthy` do.",
		check: noHealthcheck,
	},
	{
		id: "port-not-exposed",
		scope: "service",
		severity: "warning",
		title: "A port of the catalog that the image does not EXPOSE",
		docs: "EXPOSE opens nothing, but it is where people and tools look for an image's ports. A difference mostly means that one of the numbers is old.",
		check: notExposed,
	},
];
