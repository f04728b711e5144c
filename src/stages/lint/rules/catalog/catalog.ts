import { RE2JS } from "re2js";
import type { Service } from "../../../../model/service/service.ts";
import { findSharedTag } from "../../../../model/tags/shared-tags.ts";
import { defined } from "../../../../util/defined.ts";
import type { Location } from "../../../../util/errors.ts";
import { filesIn, foreignFolder } from "../../analysis/tree-files.ts";
import { isLintSubject, type LintRequest, type LintRule, type RuleContext, type RuleFinding } from "../../rule.ts";

function* collidingPorts({ catalog: { services } }: LintRequest): Iterable<RuleFinding> {
	const owners = new Map<string, string>();
	for (const { name, ports, at } of services)
		for (const { published, protocol } of ports) {
			if (published === undefined) continue;
			const port = `${published}/${protocol}`;
			const owner = owners.get(port);
			if (owner === undefined) owners.set(port, name);
			else if (owner !== name)
				yield {
					service: name,
					message: `${name} and ${owner} both publish host port ${port}`,
					at,
					why: "they cannot run on the same host; smoke uses ephemeral ports and is not affected",
					fix: `give ${name} a different host port`,
				};
		}
}

function* imageNames({ catalog: { services, imageTemplate } }: LintRequest): Iterable<RuleFinding> {
	if (imageTemplate === undefined || !imageTemplate.includes("{{")) return;
	const parts = imageTemplate.split(/\{\{[^}]*\}\}/).map((part) => RE2JS.quote(part));
	const pattern = RE2JS.compile(`^(?:.*/)?${parts.join("[^/]+")}$`);
	for (const { name, declaredImage, at } of services)
		if (!pattern.test(declaredImage))
			yield {
				service: name,
				message: `${declaredImage} does not match the naming rule ${imageTemplate}`,
				at,
				why: "tools that search the project's images by name do not find it",
				fix: "remove `image` from the service, or follow the naming rule",
			};
}

/** The catalog line that contains a text, such as a tag rule; otherwise the service's own line. */
function lineWith(text: string, { around, catalog }: LintRequest, { at }: Service): Location {
	const lines = around.text(catalog.file.split("/").at(-1) ?? catalog.file)?.split("\n") ?? [];
	const line = lines.findIndex((one) => one.includes(text)) + 1;
	return line === 0 ? at : { file: at.file, line, column: (lines[line - 1]?.indexOf(text) ?? 0) + 1 };
}

function* sharedTags(request: LintRequest): Iterable<RuleFinding> {
	const { services, project, written } = request.catalog;
	for (const service of services) {
		// Also rules that have no effect before the merge.
		const { name, phase, tags, flavor } = written?.get(service.name) ?? service;
		for (const rule of tags) {
			const shared = findSharedTag(rule, flavor, { name, project, ...defined({ phase }) });
			if (shared === undefined) continue;
			// A version that is raised by hand works if it is raised every time.
			const isVersion = shared.kind === "fixed" && /\d/.test(shared.tag);
			yield {
				service: name,
				message: `${JSON.stringify(rule)} gives ${shared.who} the same tag, ${shared.tag}`,
				at: lineWith(rule, request, service),
				why: "a tag under `tags` is written once: publishing fails when another commit has a different image",
				fix: isVersion
					? "raise it with every change, or derive it from the git tag with type=semver,pattern={{version}}"
					: "move the rule to `floating`, or add {{sha}} to the tag",
				...(isVersion && { severity: "warning" }),
			};
		}
	}
}

function* missingPhase({ catalog: { services, phases } }: LintRequest): Iterable<RuleFinding> {
	if (phases.length === 0) return;
	for (const { name, phase, at } of services)
		if (phase === undefined)
			yield {
				service: name,
				message: `${name} has no phase, so no run of a phase builds it`,
				at,
				fix: `add "phase: ..." with one of ${phases.map(({ id }) => id).join(", ")}`,
			};
}

function* phaseOrder({ service, trace, from, request: { catalog } }: RuleContext): Iterable<RuleFinding> {
	const order = catalog.phases.map(({ id }) => id);
	const own = order.indexOf(service.phase ?? "");
	if (own < 0) return;
	for (const { name, ref, use, line } of trace.named) {
		const base = catalog.services.find((one) => one.name === from[name]);
		if (base === undefined || order.indexOf(base.phase ?? "") <= own) continue;
		const reference = use === "FROM" ? `FROM ${ref}` : `${use} from ${ref}`;
		yield {
			message: `${reference}: ${base.name} is in phase ${base.phase}, which comes after phase ${service.phase}`,
			at: { file: trace.file, line },
			why: "when phases are built one after another, its base image does not exist yet",
			fix: `move ${base.name} to phase ${service.phase} or an earlier one, or ${service.name} to phase ${base.phase}`,
		};
	}
}

/** Reports each tag once, at its first use: 35 services with one base need one change. */
function* mutableBases({ catalog: { services }, subjects, currentDigest }: LintRequest): Iterable<RuleFinding> {
	const uses = services.flatMap(({ name }) => {
		const subject = subjects.get(name);
		if (!isLintSubject(subject)) return [];
		const { images, file } = subject.trace;
		return images
			.filter(({ ref, use }) => use !== "syntax" && !ref.includes("@") && !ref.includes("$"))
			.map(({ ref, line }) => ({ ref, file, line }));
	});
	for (const [ref, [first, ...more]] of Map.groupBy(uses, (use) => use.ref)) {
		if (first === undefined) continue;
		const { file, line } = first;
		const others = new Set(
			more.filter((use) => use.file !== file || use.line !== line).map((use) => `${use.file}:${use.line}`),
		).size;
		const digest = currentDigest?.(ref);
		yield {
			message: `${ref} is a mutable tag: the same Dockerfile may give a different image tomorrow`,
			at: { file, line },
			...(others > 0 && { why: `also used in ${others} other place${others > 1 ? "s" : ""}` }),
			fix:
				digest === undefined
					? `pin it: ${ref}@sha256:..., from "docker buildx imagetools inspect ${ref}"`
					: `pin it: ${ref}@${digest}`,
		};
	}
}

const dockerfileName = /^(?:dockerfile|containerfile)(?:\.[\w-]+)*$|^[\w.-]+\.dockerfile$/i;
/** Files with such a name that are not built: templates and documentation. */
const otherFile =
	/\.(?:dockerignore|md|txt|rst|j2|jinja2?|tmpl|tpl|template|erb|in|bak|orig|example|sample|lock|ya?ml|json|toml|sh|py|ts|js)$/i;

function* unlistedDockerfiles({ catalog, around }: LintRequest): Iterable<RuleFinding> {
	const listed = new Set(catalog.services.map(({ dockerfile }) => dockerfile));
	const skipped = new RegExp(`${foreignFolder.source}|^examples?$`, "i");
	for (const { name, entry } of filesIn(around.tree, skipped))
		if (dockerfileName.test(name) && !otherFile.test(name) && !listed.has(entry.path))
			yield {
				message: `no service of the catalog is built from ${entry.path}`,
				at: { file: entry.path, line: 1 },
				fix: `add a service with "dockerfile: ${entry.path}" to the catalog, or delete the file`,
			};
}

export const catalogRules: readonly LintRule[] = [
	{
		id: "mutable-base",
		scope: "catalog",
		severity: "note",
		title: "A base image with a mutable tag",
		docs: "The image behind a tag can change. Pin a digest (`python:3.11-slim@sha256:...`), which Renovate or Dependabot update. Lucid itself detects a moved tag.",
		check: mutableBases,
	},
	{
		id: "host-port-collision",
		scope: "catalog",
		severity: "note",
		title: "Two services publish the same host port",
		docs: "Only one of them can run on a host. Smoke uses ephemeral ports.",
		check: collidingPorts,
	},
	{
		id: "image-name",
		scope: "catalog",
		severity: "warning",
		title: "An image outside the catalog's naming rule",
		docs: "The service's `image` does not follow the catalog's `image`.",
		check: imageNames,
	},
	{
		id: "tag-not-unique",
		scope: "catalog",
		severity: "error",
		title: "A rule under `tags` that gives several commits the same tag",
		docs: "Tags under `tags` are written once, so publishing the second commit fails after its build. Such rules are `type=ref,event=pr`, `type=ref,event=branch`, `type=edge`, `latest`, `{{major}}.{{minor}}` and a schedule's date. Under `floating`, such a tag moves to the newest image after smoke; `type=ref,event=pr` moves within its pull request. A fixed version (`1.2.0`) is only a warning: raise it with every change.",
		check: sharedTags,
	},
	{
		id: "unlisted-dockerfile",
		scope: "catalog",
		severity: "note",
		title: "A Dockerfile that no service uses",
		docs: "A service is missing from the catalog, or the file is obsolete. Folders of tests, examples and third-party code are skipped.",
		check: unlistedDockerfiles,
	},
	{
		id: "no-phase",
		scope: "catalog",
		severity: "warning",
		title: "A service without a phase",
		docs: "If the catalog has phases, `--phase` never selects this service, and progress per phase does not count it.",
		check: missingPhase,
	},
	{
		id: "phase-order",
		scope: "service",
		severity: "warning",
		title: "A service that is built from one of a later phase",
		docs: "FROM or COPY finds no image of the later phase, or an old one.",
		check: phaseOrder,
	},
];
