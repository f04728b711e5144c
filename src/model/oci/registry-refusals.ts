import { UserError } from "../../util/errors.ts";

/** A repository of a registry, `ghcr.io` and `acme/api`. */
export interface RegistryRepository {
	readonly host: string;
	readonly repository: string;
}

/**
 * The fix for a refusal, from the registry's message; undefined if unknown. For GitHub's registry, mostly permissions:
 * https://docs.github.com/en/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility
 */
export function refusalAdvice(
	{ host, repository }: RegistryRepository,
	message: string,
	login: "used" | "unknown",
): string | undefined {
	if (/not allowed to create organization package/i.test(message))
		return `${jobPermission}; in the organization's settings, under Packages, allow its members to create packages`;
	if (
		/permission_denied|not allowed to \w+ organization package/i.test(message) ||
		(login === "used" && isGitHub(host))
	)
		return `${jobPermission}; in the package's settings on GitHub, under "Manage Actions access", add this repository with the role Write`;
	return /name.?unknown|repository .{0,500}(?:does not exist|not found)/i.test(message)
		? createCommand({ host, repository }, message)
		: undefined;
}

const jobPermission = "give the job `permissions: packages: write`";

/** Includes GitHub Enterprise Server. */
const isGitHub = (host: string) => host === "ghcr.io" || host.startsWith("containers.");

/** The command that creates a repository, for registries that do not create it on push. */
function createCommand({ host, repository }: RegistryRepository, message: string): string | undefined {
	const region = /\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(host)?.[1];
	const [first = "", second = ""] = repository.split("/");
	if (host === "public.ecr.aws")
		return `create it: aws ecr-public create-repository --region us-east-1 --repository-name ${repository.slice(first.length + 1)}`;
	if (region !== undefined || /does not exist in the registry with id/.test(message))
		return `create it: aws ecr create-repository${region === undefined ? "" : ` --region ${region}`} --repository-name ${repository}`;
	const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(host)?.[1];
	return location === undefined
		? undefined
		: `create it: gcloud artifacts repositories create ${second} --repository-format=docker --location=${location} --project=${first}`;
}

/** Codes of an image that does not exist. Other errors, such as no network, stop the whole plan. */
const missing: ReadonlySet<string> = new Set([
	"registry/not-found",
	"registry/no-platform",
	"registry/bad-reference",
	// Docker Hub's answer for a repository that does not exist.
	"registry/denied",
]);

/** Whether an error says that an image does not exist. */
export const isImageMissing = (error: unknown): error is UserError =>
	error instanceof UserError && error.problems.every(({ code }) => missing.has(code));

/** Codes of a wrong answer about one repository, while the registry answers others. */
const wrong: ReadonlySet<string> = new Set(["registry/mismatch", "registry/refused", "registry/truncated"]);

/** Whether an error concerns only the service of a repository: it may not be read, or the answer about it is wrong. */
export const concernsOneRepository = (error: unknown): error is UserError =>
	error instanceof UserError &&
	error.problems.every(
		({ code }) =>
			wrong.has(code) || (code === "registry/denied" && (error as { readonly status?: unknown }).status === 403),
	);
