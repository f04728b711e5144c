import seeds from "@sigstore/tuf/seeds.json" with { type: "json" };
// Both are from github.com/sigstore/sigstore-rust (Apache-2.0), which reads them by TUF each week. The keys of the root
// in github.com/cli/cli have signed this one.
import gitHubTrustedRoot from "./roots/github-trusted-root.json" with { type: "json" };
import gitHubTufRoot from "./roots/github-tuf-root.json" with { type: "json" };

/** A public deployment of Sigstore. */
export interface SigstoreInstance {
	/** URL of its TUF repository, which has the newest trusted root. */
	readonly mirror: string;
	/** The first `root.json` of that repository: all later ones are signed by their predecessors. */
	readonly tufRoot: unknown;
	/** The trusted root when this program was released. */
	readonly trustedRoot: unknown;
}

const publicMirror = "https://tuf-repo-cdn.sigstore.dev";
const { "root.json": publicTufRoot, targets } = seeds[publicMirror];

export const instances: readonly SigstoreInstance[] = [
	{ mirror: publicMirror, tufRoot: decode(publicTufRoot), trustedRoot: decode(targets["trusted_root.json"]) },
	{ mirror: "https://tuf-repo.github.com", tufRoot: gitHubTufRoot, trustedRoot: gitHubTrustedRoot },
];

function decode(base64: string): unknown {
	return JSON.parse(Buffer.from(base64, "base64").toString());
}
