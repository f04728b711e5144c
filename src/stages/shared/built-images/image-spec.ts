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

/** An instruction is cut to this many characters. */
const maxCharacters = 200;

/** The specification of an image in the report. Values of the environment that look like secrets are masked. */
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
	value !== "" &&
	(/pass|secret|token|credential|(^|_)key$/i.test(name) || /:\/\/[^/@\s:]{0,200}:[^/@\s]{1,2000}@/.test(value));

/** Layers with their instruction; without it if the history does not fit the layers. */
function layersOf({ layers, history }: SpecFacts): ImageSpec["layers"] {
	const steps = history.filter(({ empty }) => !empty);
	// BuildKit pads a history that is too short with names of its own steps, at the wrong layers.
	const fits =
		steps.length === layers.length && !steps.some(({ createdBy }) => /^\[[^\]]* \d+\/\d+\] /.test(createdBy));
	return layers.map(({ size }, i) => {
		const by = fits ? instruction(steps[i]?.createdBy ?? "") : "";
		return by === "" ? { size } : { size, by };
	});
}

/** `RUN /bin/sh -c pip install # buildkit` is `RUN pip install`. */
function instruction(createdBy: string): string {
	const line = sanitizeLine(createdBy)
		.replace(/\s+/g, " ")
		.replace(/ # buildkit$/, "")
		.replace(/^\/bin\/sh -c #\(nop\) +/, "")
		.replace(/^(RUN )?(?:\|\d+ (?:[^\s=]+=\S* )*)?\/bin\/sh -c /, "RUN ")
		.trim();
	return line.length > maxCharacters ? `${line.slice(0, maxCharacters - 1)}…` : line;
}
