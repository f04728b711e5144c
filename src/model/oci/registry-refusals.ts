/** A repository of a registry, `ghcr.io` and `acme/api`. */
export interface RegistryRepository {
	readonly host: string;
	readonly repository: string;
}

/**
 * What to do about a refusal, by what the registry said of it; undefined where its words do not tell. Refusals of GitHub's registry are mostly not about the
 * login: https://docs.github.com/en/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility
 */
export function refusalAdvice(
	{ host, repository }: RegistryRepository,
	said: string,
	login: "used" | "unknown",
): string | undefined {
	if (/not allowed to create organization package/i.test(said))
		return `${jobPermission}; in the organization's settings, under Packages, allow its members to create packages`;
	if (/permission_denied|not allowed to \w+ organization package/i.test(said) || (login === "used" && isGitHub(host)))
		return `${jobPermission}; in the package's settings on GitHub, under "Manage Actions access", add this repository with the role Write`;
	return /name.?unknown|repository .*(?:does not exist|not found)/i.test(said)
		? createCommand({ host, repository }, said)
		: undefined;
}

const jobPermission = "give the job `permissions: packages: write`";

/** Also of GitHub Enterprise Server. */
const isGitHub = (host: string) => host === "ghcr.io" || host.startsWith("containers.");

/** The command that creates a repository, for registries that create none at the first push. */
function createCommand({ host, repository }: RegistryRepository, said: string): string | undefined {
	const region = /\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(host)?.[1];
	const [first = "", second = ""] = repository.split("/");
	if (host === "public.ecr.aws")
		return `create it: aws ecr-public create-repository --region us-east-1 --repository-name ${repository.slice(first.length + 1)}`;
	if (region !== undefined || /does not exist in the registry with id/.test(said))
		return `create it: aws ecr create-repository${region === undefined ? "" : ` --region ${region}`} --repository-name ${repository}`;
	const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(host)?.[1];
	return location === undefined
		? undefined
		: `create it: gcloud artifacts repositories create ${second} --repository-format=docker --location=${location} --project=${first}`;
}
