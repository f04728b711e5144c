import { dockerfileVariant } from "../propose/service-names.ts";

/** The files of a repository that init reads. Paths are relative to its root. */
export interface RelevantFiles {
	readonly dockerfiles: readonly string[];
	/** By folder, Compose's default file first; without files for developers. */
	readonly compose: readonly string[];
	/** YAML files that may be Kubernetes manifests. */
	readonly manifests: readonly string[];
	readonly left: readonly { readonly file: string; readonly why: string }[];
}

const dockerfile = /^(?:dockerfile|containerfile)(?:[._-][^/]+)?$|\.(?:dockerfile|containerfile)$/i;
/** Files with a similar name that are not Dockerfiles. */
const otherFile = /\.(?:dockerignore|md|txt|bak|orig|sh|py|js|ts|go|json|ya?ml|patch|diff)$/i;
const template = /\.(?:j2|jinja2?|tmpl|tpl|template|in|erb|mustache|gotmpl)$/i;
const composeNames = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
/** Folders of third-party code. */
const foreign = /(?:^|\/)(?:node_modules|vendor|third_party|third-party|\.venv|venv|site-packages|\.git)\//;
const notShipped =
	/(?:^|\/)(?:tests?|testdata|test-data|__tests__|fixtures?|e2e|\.devcontainer|devcontainer|\.github|\.gitpod|\.circleci|\.gitlab|examples?|samples?|templates?|snippets|bench(?:marks?)?|docs?|genproto|codegen|protoc?)\//i;
/** Variants of another Dockerfile: for development or other systems. */
const otherVariant =
	/^(?:dev|devel|develop|development|debug|test|tests|testing|local|ci|lint|e2e|cypress|playwright|storybook|windows.*|nano.*|alpine|genproto|base-dev|.*[._-](?:dev|debug|test|tests|local|windows))$/i;

/** Limits the time for repositories with many YAML files. */
const maxManifests = 2000;

/** Selects the files to read, and lists skipped Dockerfiles with a reason. */
export function findRelevantFiles(paths: readonly string[]): RelevantFiles {
	const own = paths.filter((path) => !foreign.test(path)).sort();
	const candidates = own.filter(isDockerfile).map((file) => ({ file, why: reasonToSkip(file) }));
	return {
		dockerfiles: candidates.flatMap(({ file, why }) => (why === undefined ? file : [])),
		compose: composeFilesIn(own),
		manifests: own.filter((path) => /\.ya?ml$/.test(path) && !notShipped.test(path)).slice(0, maxManifests),
		left: candidates.flatMap(({ file, why }) => (why === undefined ? [] : { file, why })),
	};
}

/** Whether a file's name is that of a Dockerfile. */
function isDockerfile(path: string): boolean {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return dockerfile.test(name) && !otherFile.test(name);
}

function reasonToSkip(file: string): string | undefined {
	if (template.test(file)) return "a template for a Dockerfile";
	const folder = notShipped.exec(file)?.[0].replaceAll("/", "");
	if (folder !== undefined) return `in the folder ${folder}, which is rarely shipped`;
	const variant = dockerfileVariant(file);
	if (variant !== undefined && otherVariant.test(variant))
		return `${variant} is a variant for development or another system`;
	return undefined;
}

/** Compose files by folder, the default file of `docker compose` first. */
function composeFilesIn(paths: readonly string[]): readonly string[] {
	const files = paths.flatMap((path) => {
		const folder = path.slice(0, path.lastIndexOf("/") + 1);
		const name = path.slice(folder.length);
		const index = composeNames.indexOf(name);
		const variant = /^(?:docker-)?compose[._-](.+)\.ya?ml$/.exec(name)?.[1];
		if (notShipped.test(path) || (index < 0 && (variant === undefined || forDevelopers.test(variant)))) return [];
		return [{ path, folder, depth: path.split("/").length, rank: index < 0 ? composeNames.length : index }];
	});
	return files
		.sort((a, b) => a.depth - b.depth || compare(a.folder, b.folder) || a.rank - b.rank || compare(a.path, b.path))
		.map(({ path }) => path);
}

const forDevelopers =
	/(?:^|[._-])(?:dev|devel|develop|development|debug|tests?|testing|local|ci|override|e2e|build|images?)(?:[._-]|$)/i;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
