import { posix } from "node:path";
import { healthcheckTarget } from "../../../../model/service/server-address.ts";
import type { Service } from "../../../../model/service/service.ts";
import { type LocatedComposeService, readLocatedCompose } from "../../analysis/compose.ts";
import { bareBase } from "../../analysis/final-image.ts";
import { repositoryName } from "../../analysis/known-bases.ts";
import { filesIn, foreignFolder } from "../../analysis/tree-files.ts";
import { isLintSubject, type LintRequest, type LintRule, type RuleFinding } from "../../rule.ts";

const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/;

function* composeMismatch(request: LintRequest): Iterable<RuleFinding> {
	const { catalog, around } = request;
	const findService = serviceFinder(catalog.services);
	const files = filesIn(around.tree, foreignFolder).filter(({ name }) => composeName.test(name));
	for (const file of files.map(({ entry }) => entry.path).sort())
		for (const composeService of readLocatedCompose(around.text(file) ?? "")) {
			const service = findService(composeService, posix.dirname(file));
			if (service === undefined) continue;
			const differences = [
				...differencesOf(composeService, service),
				...missingHealthProgram(composeService, service, request),
			];
			for (const { message, line, ...more } of differences)
				yield {
					service: service.name,
					message: `${composeService.name}: ${message}`,
					at: { file, line },
					fix: `make ${file} and the catalog match`,
					...more,
				};
		}
}

interface Difference extends Pick<RuleFinding, "message" | "why" | "fix"> {
	readonly line: number;
}

/** A health check that uses a shell or program that a distroless image, or one FROM scratch, does not have. */
function* missingHealthProgram(
	{ health }: LocatedComposeService,
	{ name }: Service,
	request: LintRequest,
): Iterable<Difference> {
	const subject = request.subjects.get(name);
	if (health === undefined || !isLintSubject(subject) || bareBase(subject, request) === undefined) return;
	const program = health.form === "shell" ? "a shell" : (health.words[0] ?? "");
	if (health.form === "exec" && !/^(?:.*\/)?(?:sh|bash|curl|wget|nc|python)$/.test(program)) return;
	yield {
		message: `its health check needs ${program}, which is not in the image`,
		line: health.line,
		why: "it replaces the image's HEALTHCHECK, and the container stays unhealthy",
		fix: "remove `test` to use the image's HEALTHCHECK, or use a program of the image",
	};
}

/** Matches a Compose service to a catalog service by Dockerfile, else by image; if it has neither, by name. */
function serviceFinder(services: readonly Service[]) {
	// A key that several services share identifies none of them.
	const uniqueBy = (keyOf: (service: Service) => string) => {
		const groups = Map.groupBy(services, keyOf);
		return (key: string) => (groups.get(key)?.length === 1 ? groups.get(key)?.[0] : undefined);
	};
	const byDockerfile = uniqueBy(({ dockerfile }) => posix.normalize(dockerfile));
	const byImage = uniqueBy(({ declaredImage }) => repositoryName(declaredImage));
	const byName = uniqueBy(({ name }) => name);
	return ({ name, image, dockerfile = "Dockerfile", context }: LocatedComposeService, folder: string) => {
		if (context !== undefined) return byDockerfile(posix.normalize(posix.join(folder, context, dockerfile)));
		return image !== undefined ? byImage(repositoryName(image)) : byName(name);
	};
}

function* differencesOf(compose: LocatedComposeService, service: Service): Iterable<Difference> {
	const ports = service.ports.map(({ container }) => container);
	for (const { container, published, line } of compose.ports) {
		const port = service.ports.find((one) => one.container === container);
		if (ports.length > 0 && port === undefined)
			yield { message: `container port ${container}, the catalog has ${ports.join(", ")}`, line };
		else if (port?.published !== undefined && published !== undefined && port.published !== published)
			yield { message: `port ${container} is published as ${published}, the catalog has ${port.published}`, line };
	}
	const env = compose.env.PORT;
	if (env !== undefined && /^\d+$/.test(env.value) && ports.length > 0 && !ports.includes(Number(env.value)))
		yield { message: `PORT is ${env.value}, the catalog has ${ports.join(", ")}`, line: env.line };
	const { health } = service;
	const check = compose.health;
	const target = check && healthcheckTarget(check.words, (name) => compose.env[name]?.value ?? service.env[name]);
	if (check !== undefined && target !== undefined && health?.kind === "http") {
		const { line } = check;
		if (target.port !== health.port)
			yield { message: `its health check uses port ${target.port}, the catalog has ${health.port}`, line };
		if (target.path !== health.path)
			yield { message: `its health check requests ${target.path}, the catalog has ${health.path}`, line };
	}
	const { platform } = compose;
	if (platform !== undefined && !service.platforms.includes(platform.value))
		yield {
			message: `platform is ${platform.value}, the catalog has ${service.platforms.join(", ")}`,
			line: platform.line,
		};
}

export const composeRules: readonly LintRule[] = [
	{
		id: "compose-mismatch",
		scope: "catalog",
		severity: "warning",
		title: "A Compose file and the catalog differ",
		docs: "Compares ports, `PORT`, the address of the health check, and `platform` with the repository's Compose files (`compose.yml`, `docker-compose.prod.yml`). The service there has the same Dockerfile or image, otherwise the same name. A health check there with curl, wget or a shell that the image lacks is reported too. Values with unknown variables are skipped.",
		check: composeMismatch,
	},
];
