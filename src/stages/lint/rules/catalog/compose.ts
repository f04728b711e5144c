import { posix } from "node:path";
import type { TreeNode } from "../../../../model/dockerfile/dockerfile.ts";
import { healthcheckTarget } from "../../../../model/service/server-address.ts";
import type { Service } from "../../../../model/service/service.ts";
import { type LocatedComposeService, readLocatedCompose } from "../../analysis/compose.ts";
import { bareBase } from "../../analysis/final-image.ts";
import { repositoryName } from "../../analysis/known-bases.ts";
import { isLintSubject, type LintRequest, type LintRule, type LintSubject, type RuleFinding } from "../../rule.ts";

const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/;
/** Folders of third-party code and tests. */
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
					message: `${one.name}: its health check needs ${lacks}, which is not in the image`,
					at: { file, line: one.health.line },
					why: "it replaces the image's HEALTHCHECK, and the container stays unhealthy",
					fix: "remove `test` to use the image's HEALTHCHECK, or use a program of the image",
				};
		}
	}
}

/** The program of a health check that is missing in a distroless image or one FROM scratch. */
function lacking(
	subject: LintSubject,
	{ form, words }: NonNullable<LocatedComposeService["health"]>,
	request: LintRequest,
) {
	if (bareBase(subject, request) === undefined) return undefined;
	if (form === "shell") return "a shell";
	return /^(?:.*\/)?(?:sh|bash|curl|wget|nc|python)$/.test(words[0] ?? "") ? words[0] : undefined;
}

/** Matches a Compose service to a catalog service by Dockerfile, else by image; if it has neither, by name. */
function finder(services: readonly Service[]): (one: LocatedComposeService, folder: string) => Service | undefined {
	// A key that several services share identifies none of them.
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
	const fix = `make ${file} and the catalog match`;
	const say = (message: string, line: number): RuleFinding => ({
		message: `${one.name}: ${message}`,
		at: { file, line },
		fix,
	});
	const known = service.ports.map(({ container }) => container);
	for (const { container, published, line } of one.ports) {
		const mine = service.ports.find((port) => port.container === container);
		if (known.length > 0 && mine === undefined)
			yield say(`container port ${container}, the catalog has ${known.join(", ")}`, line);
		else if (mine?.published !== undefined && published !== undefined && mine.published !== published)
			yield say(`port ${container} is published as ${published}, the catalog has ${mine.published}`, line);
	}
	const port = one.env.PORT;
	if (port !== undefined && /^\d+$/.test(port.value) && known.length > 0 && !known.includes(Number(port.value)))
		yield say(`PORT is ${port.value}, the catalog has ${known.join(", ")}`, port.line);
	const { health } = service;
	const asked = one.health && healthcheckTarget(one.health.words, (name) => one.env[name]?.value ?? service.env[name]);
	if (asked !== undefined && health?.kind === "http" && one.health !== undefined) {
		if (asked.port !== health.port)
			yield say(`its health check uses port ${asked.port}, the catalog has ${health.port}`, one.health.line);
		if (asked.path !== health.path)
			yield say(`its health check requests ${asked.path}, the catalog has ${health.path}`, one.health.line);
	}
	if (one.platform !== undefined && !service.platforms.includes(one.platform.value))
		yield say(`platform is ${one.platform.value}, the catalog has ${service.platforms.join(", ")}`, one.platform.line);
}

export const composeRules: readonly LintRule[] = [
	{
		id: "compose-mismatch",
		scope: "catalog",
		severity: "warning",
		title: "A Compose file and the catalog differ",
		docs: "The repository's Compose files (`compose.yml`, `docker-compose.prod.yml`) start the same images. The rule finds a service there by its Dockerfile or image, otherwise by its name. It compares ports, `PORT`, the address of the health check, and `platform`, and reports a health check that uses curl, wget or a shell that the image does not have. Values with unknown variables are skipped.",
		check: differences,
	},
];
