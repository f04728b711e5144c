import { type Found, isSubject, type LintRequest, type Rule, type ServiceContext } from "../rule.ts";

function* collidingPorts({ catalog: { services } }: LintRequest): Iterable<Found> {
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

function* imageNames({ catalog: { services, imageTemplate } }: LintRequest): Iterable<Found> {
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

function* withoutPhase({ catalog: { services, phases } }: LintRequest): Iterable<Found> {
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

function* phaseOrder({ service, trace, from, request: { catalog } }: ServiceContext): Iterable<Found> {
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
function* mutableBases({ catalog: { services }, subjects, digest: digestOf }: LintRequest): Iterable<Found> {
	const uses = new Map<string, string[]>();
	for (const { name } of services) {
		const subject = subjects.get(name);
		for (const { ref, use, line } of isSubject(subject) ? subject.trace.images : [])
			if (use !== "syntax" && !ref.includes("@") && !ref.includes("$") && isSubject(subject))
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

function* unlisted({ catalog, around }: LintRequest): Iterable<Found> {
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

export const catalogRules: readonly Rule[] = [
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
