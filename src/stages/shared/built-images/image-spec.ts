import type { ImageSpec } from "../../../model/documents/build.ts";
import type { ImageFacts } from "../../../model/oci/image-facts.ts";
import { defined } from "../../../util/defined.ts";
import { sanitizeLine } from "../../../util/sanitize.ts";

type SpecFacts = Pick<
	ImageFacts,
	| "user"
	| "workingDir"
	| "env"
	| "entrypoint"
	| "command"
	| "exposedPorts"
	| "healthcheck"
	| "history"
	| "layers"
	| "diffIds"
>;

/** As much of an instruction as one reads. */
const longest = 200;

/** What a report tells of an image. Its environment is public with it, and still no report repeats a password. */
export function imageSpec(facts: SpecFacts): ImageSpec {
	const { user, workingDir, env, entrypoint, command, exposedPorts, healthcheck } = facts;
	return {
		...(user !== undefined && user !== "" && { user }),
		...defined({ workingDir }),
		env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, isSecret(name, value) ? "***" : value])),
		...defined({ entrypoint, command }),
		exposedPorts,
		...defined({ healthcheck }),
		layers: layersOf(facts),
	};
}

const isSecret = (name: string, value: string) =>
	value !== "" && (/pass|secret|token|credential|(^|_)key$/i.test(name) || /:\/\/[^/@\s]*:[^/@\s]+@/.test(value));

/** The instructions that made a layer stand in its order, between others that made none. A history that does not fit says nothing. */
function layersOf({ layers, history }: SpecFacts): ImageSpec["layers"] {
	const made = history.filter(({ empty }) => !empty);
	// BuildKit fills a history that was too short with the names of its own steps, and then none stands beside its layer.
	const fits = made.length === layers.length && !made.some(({ createdBy }) => /^\[[^\]]* \d+\/\d+\] /.test(createdBy));
	return layers.map(({ size }, i) => {
		const by = fits ? instruction(made[i]?.createdBy ?? "") : "";
		return by === "" ? { size } : { size, by };
	});
}

/** `RUN /bin/sh -c pip install # buildkit` is `RUN pip install`. */
function instruction(createdBy: string): string {
	const line = sanitizeLine(createdBy)
		.replace(/\s+/g, " ")
		.replace(/ # buildkit$/, "")
		.replace(/^\/bin\/sh -c #\(nop\) +/, "")
		.replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c /, "RUN ")
		.trim();
	return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
