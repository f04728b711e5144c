import { dockerfileVariant } from "../propose/service-names.ts";

/** What of a repository init looks at. Paths are from its root. */
export interface RelevantFiles {
	readonly dockerfiles: readonly string[];
	/** By folder, the one that Compose takes by itself first; those for developers left out. */
	readonly compose: readonly string[];
	/** What may be manifests of Kubernetes. */
	readonly manifests: readonly string[];
	readonly left: readonly { readonly file: string; readonly why: string }[];
}

const dockerfile = /^(?:dockerfile|containerfile)(?:[._-][^/]+)?$|\.(?:dockerfile|containerfile)$/i;
/** Texts about Dockerfiles, and what Dockerfiles are made from. */
const notOne = /\.(?:dockerignore|md|txt|bak|orig|sh|py|js|ts|go|json|ya?ml|patch|diff)$/i;
const template = /\.(?:j2|jinja2?|tmpl|tpl|template|in|erb|mustache|gotmpl)$/i;
const composeNames = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
/** Folders of others' code, and of code that is only looked at. */
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|third-party|\.venv|venv|site-packages|\.git)\//;
const notShipped =
	/(?:^|\/)(?:tests?|testdata|test-data|__tests__|fixtures?|e2e|\.devcontainer|devcontainer|\.github|\.gitpod|\.circleci|\.gitlab|examples?|samples?|templates?|snippets|bench(?:marks?)?|docs?|genproto|codegen|protoc?)\//i;
/** Beside another Dockerfile of the folder: the same image in another make. */
const otherMake =
	/^(?:dev|devel|develop|development|debug|test|tests|testing|local|ci|lint|e2e|cypress|playwright|storybook|windows.*|nano.*|alpine|genproto|base-dev|.*[._-](?:dev|debug|test|tests|local|windows))$/i;

/** Sorts the files of a repository: what is proposed, and what is left out with a reason. */
export function findRelevantFiles(paths: readonly string[]): RelevantFiles {
	const left: { file: string; why: string }[] = [];
	const own = paths.filter((path) => !foreign.test(path)).sort();
	const dockerfiles: string[] = [];
	for (const file of own.filter(isDockerfile)) {
		const why = reasonToLeave(file);
		if (why === undefined) dockerfiles.push(file);
		else left.push({ file, why });
	}
	const manifests = own.filter((path) => /\.ya?ml$/.test(path) && !notShipped.test(path)).slice(0, mostManifests);
	return { dockerfiles, compose: composeOf(own), manifests, left };
}

/** A repository of more is one of YAML. */
const mostManifests = 2000;

/** Whether a path's own name is that of a Dockerfile. */
export function isDockerfile(path: string): boolean {
	const base = path.slice(path.lastIndexOf("/") + 1);
	return dockerfile.test(base) && !notOne.test(base);
}

function reasonToLeave(file: string): string | undefined {
	if (template.test(file)) return "a template that a Dockerfile is made from";
	const folder = notShipped.exec(file)?.[0].replaceAll("/", "");
	if (folder !== undefined) return `in a folder ${folder}, which is seldom shipped`;
	const variant = dockerfileVariant(file);
	if (variant !== undefined && otherMake.test(variant)) return `${variant} is a make for developers or another system`;
	return undefined;
}

/** Compose files by folder; in each, what `docker compose` takes by itself first. */
function composeOf(paths: readonly string[]): readonly string[] {
	const found = paths.flatMap((path) => {
		const folder = path.slice(0, path.lastIndexOf("/") + 1);
		const base = path.slice(folder.length);
		const rank = composeNames.indexOf(base);
		const word = /^(?:docker-)?compose[._-](.+)\.ya?ml$/.exec(base)?.[1];
		if (notShipped.test(path) || (rank < 0 && (word === undefined || forDevelopers.test(word)))) return [];
		return [{ path, folder, depth: path.split("/").length, rank: rank < 0 ? composeNames.length : rank }];
	});
	return found
		.sort((a, b) => a.depth - b.depth || compare(a.folder, b.folder) || a.rank - b.rank || compare(a.path, b.path))
		.map(({ path }) => path);
}

const forDevelopers =
	/(?:^|[._-])(?:dev|devel|develop|development|debug|tests?|testing|local|ci|override|e2e|build|images?)(?:[._-]|$)/i;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
