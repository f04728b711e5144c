import { tryParseReference } from "../../model/oci/reference.ts";
import { type Problem, UserError } from "../../util/errors.ts";

/** Parses `host=prefix` pairs (`docker.io=127.0.0.1:5000/docker.io`). Throws UserError `registry/bad-mirror`. */
export function readMirrors(pairs: readonly string[]): ReadonlyMap<string, string> {
	const problems: Problem[] = [];
	const mirrors = new Map<string, string>();
	for (const pair of pairs.flatMap((item) => item.split(",")).map((item) => item.trim())) {
		if (pair === "") continue;
		const [from = "", to = "", ...more] = pair.split("=");
		const prefix = to.replace(/\/+$/, "");
		const host = tryParseReference(`${from}/name`);
		const isValid =
			more.length === 0 &&
			host.kind === "reference" &&
			/^(?:library\/)?name$/.test(host.reference.repository) &&
			tryParseReference(`${prefix}/name`).kind === "reference" &&
			/^[^/]*[.:]|^localhost/.test(prefix);
		// Docker Hub has two names; references use one.
		if (isValid) mirrors.set(host.reference.host, prefix);
		else {
			const fix = "write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io";
			problems.push({ code: "registry/bad-mirror", message: `invalid mirror ${JSON.stringify(pair)}`, fix });
		}
	}
	if (problems.length > 0) throw new UserError(problems);
	return mirrors;
}
