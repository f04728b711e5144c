import type { Service } from "../../../../model/service/service.ts";
import { findSharedTag } from "../../../../model/tags/shared-tags.ts";
import { defined } from "../../../../util/defined.ts";
import type { Location } from "../../../../util/errors.ts";
import { isLintSubject, type LintRequest, type LintRule, type RuleContext, type RuleFinding } from "../../rule.ts";

function* collidingPorts({ catalog: { services } }: LintRequest): Iterable<RuleFinding> {
	const first = new Map<string, string>();
	for (const { name, ports, at } of services) {
		for (const { published, protocol } of ports) {
			if (published === undefined) continue;
			const key = `${published}/${protocol}`;
			const other = first.get(key);
			if (other === undefined) first.set(key, name);
			else if (other !== name)
				yield {
					service: name,
					message: `${name} and ${other} both publish host port ${key}`,
					at,
					why: "they cannot run on one host as they are; smoke uses ephemeral ports and does not mind",
					fix: `give ${name} another host port`,
				};
		}
	}
}

function* imageNames({ catalog: { services, imageTemplate } }: LintRequest): Iterable<RuleFinding> {
	if (imageTemplate === undefined || !imageTemplate.includes("{{")) return;
	const parts = imageTemplate.split(/\{\{[^}]*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	const rule = new RegExp(`^(?:.*/)?${parts.join("[^/]+")}$`);
	for (const { name, declaredImage, at } of services)
		if (!rule.test(declaredImage))
			yield {
				service: name,
				message: `${declaredImage} is not named by the rule ${imageTemplate}`,
				at,
				why: "whoever looks for the project's images by name will not find it",
				fix: "leave `image` out of the service, or name it as the others are",
			};
}

/** The line of the catalog that holds a text, such as a tag rule; the service's own line where none does. */
function lineWith(text: string, { around, catalog }: LintRequest, { at }: Service): Location {
	const lines = around.text(catalog.file.split("/").at(-1) ?? catalog.file)?.split("\n") ?? [];
	const line = lines.findIndex((one) => one.includes(text)) + 1;
	return line === 0 ? at : { file: at.file, line, column: (lines[line - 1]?.indexOf(text) ?? 0) + 1 };
}

function* sharedTags(request: LintRequest): Iterable<RuleFinding> {
	const { services, project } = request.catalog;
	for (const service of services) {
		const { name, phase, tags, flavor } = service;
		const vars = { name, project, ...defined({ phase }) };
		for (const rule of tags) {
			const shared = findSharedTag(rule, flavor, vars);
			if (shared === undefined) continue;
			// A version that people raise by hand is a way to release, if they never forget it.
			const isVersion = shared.kind === "fixed" && /\d/.test(shared.tag);
			yield {
				service: name,
				message: `${JSON.stringify(rule)} gives ${shared.who} the same tag, ${shared.tag}`,
				at: lineWith(rule, request, service),
				why: "a tag under `tags` is written once: publishing fails as soon as another commit has another image",
				fix: isVersion
					? "raise it with every change, or take it from the git tag with type=semver,pattern={{version}}"
					: "move the rule to `floating`, or put {{sha}} into the tag",
				...(isVersion && { severity: "warning" as const }),
			};
		}
	}
}

function* withoutPhase({ catalog: { services, phases } }: LintRequest): Iterable<RuleFinding> {
	if (phases.length === 0) return;
	for (const { name, phase, at } of services)
		if (phase === undefined)
			yield {
				service: name,
				message: `${name} belongs to no phase, so that no run of a phase builds it`,
				at,
				fix: `add "phase: ..." with one of ${phases.map(({ id }) => id).join(", ")}`,
			};
}

function* phaseOrder({ service, trace, from, request: { catalog } }: RuleContext): Iterable<RuleFinding> {
	const order = catalog.phases.map(({ id }) => id);
	const mine = order.indexOf(service.phase ?? "");
	if (mine < 0) return;
	for (const { name, ref, use, line } of trace.named) {
		const other = catalog.services.find((one) => one.name === from[name]);
		if (other === undefined || order.indexOf(other.phase ?? "") <= mine) continue;
		yield {
			message: `${use === "FROM" ? "FROM" : `${use} from`} ${ref}: ${other.name} belongs to phase ${other.phase}, which comes after ${service.phase}`,
			at: { file: trace.file, line },
			why: "phase by phase, the image it stands on would not be there yet",
			fix: `move ${other.name} to phase ${service.phase} or an earlier one, or ${service.name} to phase ${other.phase}`,
		};
	}
}

/** Each tag is told once, where it is first used: a repository with one base for all has one thing to do, not thirty-five. */
function* mutableBases({ catalog: { services }, subjects, digest: digestOf }: LintRequest): Iterable<RuleFinding> {
	const uses = new Map<string, string[]>();
	for (const { name } of services) {
		const subject = subjects.get(name);
		for (const { ref, use, line } of isLintSubject(subject) ? subject.trace.images : [])
			if (use !== "syntax" && !ref.includes("@") && !ref.includes("$") && isLintSubject(subject))
				uses.set(ref, [...new Set([...(uses.get(ref) ?? []), `${subject.trace.file}:${line}`])]);
	}
	for (const [ref, [first = "", ...others]] of uses) {
		const digest = digestOf?.(ref);
		const colon = first.lastIndexOf(":");
		yield {
			message: `${ref} is a tag that moves: the same Dockerfile gives another image tomorrow`,
			at: { file: first.slice(0, colon), line: Number(first.slice(colon + 1)) },
			...(others.length > 0 && { why: `used in ${others.length} other place${others.length > 1 ? "s" : ""}, too` }),
			fix:
				digest === undefined
					? `pin it: ${ref}@sha256:..., as "docker buildx imagetools inspect ${ref}" prints it`
					: `pin it: ${ref}@${digest}`,
		};
	}
}

const dockerfileName = /^(?:dockerfile|containerfile)(?:\.[\w-]+)*$|^[\w.-]+\.dockerfile$/i;
/** What looks like one but is none, or none to build: templates, and texts about them. */
const noDockerfile =
	/\.(?:dockerignore|md|txt|rst|j2|jinja2?|tmpl|tpl|template|erb|in|bak|orig|example|sample|lock|ya?ml|json|toml|sh|py|ts|js)$/i;
/** Folders whose Dockerfiles are others', or made to be tried. */
const elsewhere =
	/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|examples?|\..+|v?env)$/i;

function* unlisted({ catalog, around }: LintRequest): Iterable<RuleFinding> {
	const listed = new Set(catalog.services.map(({ dockerfile }) => dockerfile));
	const folders = [around.tree];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
		for (const child of folder.children?.values() ?? []) {
			const { name, entry, children } = child;
			if (children !== undefined) {
				if (!elsewhere.test(name)) folders.push(child);
			} else if (dockerfileName.test(name) && !noDockerfile.test(name) && !listed.has(entry.path))
				yield {
					message: `no service of the catalog is built from ${entry.path}`,
					at: { file: entry.path, line: 1 },
					fix: `add a service with "dockerfile: ${entry.path}" to the catalog, or delete the file`,
				};
		}
}

export const catalogRules: readonly LintRule[] = [
	{
		id: "mutable-base",
		scope: "catalog",
		severity: "note",
		title: "A base image by a tag that moves",
		docs: "What a tag names changes without a word. A digest beside it (`python:3.11-slim@sha256:...`) fixes the bytes, and tools such as Renovate or Dependabot keep it fresh. Lucid notices a moved tag itself, by the digest of every base in the fingerprint.",
		check: mutableBases,
	},
	{
		id: "host-port-collision",
		scope: "catalog",
		severity: "note",
		title: "Two services publish the same host port",
		docs: "Only one of them can be started on a host with the ports as they are written. Smoke uses ephemeral ports and does not mind.",
		check: collidingPorts,
	},
	{
		id: "image-name",
		scope: "catalog",
		severity: "warning",
		title: "An image outside the catalog's naming rule",
		docs: "The catalog's `image` says how images are named; this service's own `image` does not follow it, so that scripts and people who go by the rule miss it.",
		check: imageNames,
	},
	{
		id: "tag-not-unique",
		scope: "catalog",
		severity: "error",
		title: "A rule under `tags` that gives several commits one tag",
		docs: "Tags under `tags` are written once. A rule such as `type=ref,event=pr`, `type=ref,event=branch`, `type=edge`, `latest`, `{{major}}.{{minor}}` or a schedule's date gives two commits the same one, so publishing the second one fails, after it was built. Under `floating` such a tag moves to the newest image, after smoke; a pull request's own (`type=ref,event=pr`) moves within that pull request. A fixed version (`1.2.0`) is a warning only: it works as long as somebody raises it with every change.",
		check: sharedTags,
	},
	{
		id: "unlisted-dockerfile",
		scope: "catalog",
		severity: "note",
		title: "A Dockerfile that no service names",
		docs: "Nobody builds it: either a service was forgotten, or the file is left over. Folders of tests, examples and others' code are not looked at.",
		check: unlisted,
	},
	{
		id: "no-phase",
		scope: "catalog",
		severity: "warning",
		title: "A service that no phase builds",
		docs: "The catalog has phases, and this service is in none of them: `--phase` never selects it, and the progress of the plan does not count it.",
		check: withoutPhase,
	},
	{
		id: "phase-order",
		scope: "service",
		severity: "warning",
		title: "A service that stands on one of a later phase",
		docs: "Phases are built one after another. A Dockerfile that is FROM an image of a later phase, or copies from it, finds none, or an old one.",
		check: phaseOrder,
	},
];
