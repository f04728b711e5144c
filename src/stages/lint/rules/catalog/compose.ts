import { posix } from "node:path";
import type { TreeNode } from "../../../../model/dockerfile/dockerfile.ts";
import { healthcheckTarget } from "../../../../model/service/server-address.ts";
import type { Service } from "../../../../model/service/service.ts";
import { type LocatedComposeService, readLocatedCompose } from "../../analysis/compose.ts";
import { bareBase } from "../../analysis/final-image.ts";
import { repositoryName } from "../../analysis/known-bases.ts";
import { isLintSubject, type LintRequest, type LintRule, type LintSubject, type RuleFinding } from "../../rule.ts";

const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/;
/** Folders of others, or of what is only tried. */
const elsewhere =
	/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|\..+|v?env)$/i;

function composeFiles(tree: TreeNode): readonly string[] {
	const found: string[] = [];
	const folders = [tree];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
		for (const child of folder.children?.values() ?? []) {
			if (child.children === undefined && composeName.test(child.name)) found.push(child.entry.path);
			else if (child.children !== undefined && !elsewhere.test(child.name)) folders.push(child);
		}
	return found.sort();
}

function* differences(request: LintRequest): Iterable<RuleFinding> {
	const { catalog, around, subjects } = request;
	const find = finder(catalog.services);
	for (const file of composeFiles(around.tree)) {
		for (const one of readLocatedCompose(around.text(file) ?? "")) {
			const service = find(one, posix.dirname(file));
			if (service === undefined) continue;
			for (const found of compare(service, one, file)) yield { ...found, service: service.name };
			const subject = subjects.get(service.name);
			const lacks =
				isLintSubject(subject) && one.health !== undefined ? lacking(subject, one.health, request) : undefined;
			if (lacks !== undefined && one.health !== undefined)
				yield {
					service: service.name,
					message: `${one.name}: its health check needs ${lacks}, which the image does not have`,
					at: { file, line: one.health.line },
					why: "it replaces the image's own HEALTHCHECK, and the container is unhealthy for ever",
					fix: "leave `test` out, so that the image's own counts, or ask with a program of the image",
				};
		}
	}
}

/** What a health check needs that a distroless image, or one FROM scratch, lacks. */
function lacking(
	subject: LintSubject,
	{ form, words }: NonNullable<LocatedComposeService["health"]>,
	request: LintRequest,
) {
	if (bareBase(subject, request) === undefined) return undefined;
	if (form === "shell") return "a shell";
	return /^(?:.*\/)?(?:sh|bash|curl|wget|nc|python)$/.test(words[0] ?? "") ? words[0] : undefined;
}

/** Finds the service that one of a Compose file is: by its Dockerfile, else by its image, where the file says neither by its name. */
function finder(services: readonly Service[]): (one: LocatedComposeService, folder: string) => Service | undefined {
	// What several services share tells none of them apart.
	const by = (key: (service: Service) => string) => {
		const found = new Map<string, Service | undefined>();
		for (const service of services) found.set(key(service), found.has(key(service)) ? undefined : service);
		return found;
	};
	const dockerfiles = by(({ dockerfile }) => posix.normalize(dockerfile));
	const images = by(({ declaredImage }) => repositoryName(declaredImage));
	const names = by(({ name }) => name);
	return ({ name, image, dockerfile, context }, folder) => {
		if (context !== undefined)
			return dockerfiles.get(posix.normalize(posix.join(folder, context, dockerfile ?? "Dockerfile")));
		return image !== undefined ? images.get(repositoryName(image)) : names.get(name);
	};
}

function* compare(service: Service, one: LocatedComposeService, file: string): Iterable<RuleFinding> {
	const fix = `make ${file} and the catalog the same`;
	const say = (message: string, line: number): RuleFinding => ({
		message: `${one.name}: ${message}`,
		at: { file, line },
		fix,
	});
	const known = service.ports.map(({ container }) => container);
	for (const { container, published, line } of one.ports) {
		const mine = service.ports.find((port) => port.container === container);
		if (known.length > 0 && mine === undefined)
			yield say(`container port ${container}, the catalog says ${known.join(", ")}`, line);
		else if (mine?.published !== undefined && published !== undefined && mine.published !== published)
			yield say(`port ${container} is ${published} on the host, the catalog says ${mine.published}`, line);
	}
	const port = one.env.PORT;
	if (port !== undefined && /^\d+$/.test(port.value) && known.length > 0 && !known.includes(Number(port.value)))
		yield say(`PORT is ${port.value}, the catalog says ${known.join(", ")}`, port.line);
	const { health } = service;
	const asked = one.health && healthcheckTarget(one.health.words, (name) => one.env[name]?.value ?? service.env[name]);
	if (asked !== undefined && health?.kind === "http" && one.health !== undefined) {
		if (asked.port !== health.port)
			yield say(`its health check asks port ${asked.port}, the catalog says ${health.port}`, one.health.line);
		if (asked.path !== health.path)
			yield say(`its health check asks ${asked.path}, the catalog says ${health.path}`, one.health.line);
	}
	if (one.platform !== undefined && !service.platforms.includes(one.platform.value))
		yield say(
			`platform ${one.platform.value}, and the catalog builds it for ${service.platforms.join(", ")}`,
			one.platform.line,
		);
}

export const composeRules: readonly LintRule[] = [
	{
		id: "compose-mismatch",
		scope: "catalog",
		severity: "warning",
		title: "A Compose file and the catalog disagree",
		docs: "The repository's Compose files (`compose.yml`, `docker-compose.prod.yml` and the like) start the same images. A service is found there by its Dockerfile or image, else by its name; ports, `PORT`, the address of its health check, and `platform` are compared, and a health check by curl, wget or a shell on an image that has none is told. What holds variables that nobody can know is left alone.",
		check: differences,
	},
];
