import { nodeAt } from "../../../model/dockerfile/dockerfile.ts";
import type { PlannedImage } from "../../../model/documents/plan.ts";
import type { Service } from "../../../model/service/service.ts";
import { type CachedFiles, selectInputs } from "../../../model/service/service-inputs.ts";
import { defined } from "../../../util/defined.ts";
import type { Problem } from "../../../util/errors.ts";
import type { ContextFiles } from "./copy-contexts.ts";

/** The files an image takes from its contexts; or problems if they are not those of the plan. */
export async function selectContextFiles(
	image: PlannedImage,
	service: Service,
	files: CachedFiles,
): Promise<ContextFiles | readonly Problem[]> {
	const { dockerfile: file } = service;
	const { selected, problems } = await selectInputs(service, { file, inputs: image.takes ?? [] }, files);
	const skipped = selected.flatMap(({ input: { line, label }, entries }): Problem[] => {
		const paths = entries.flatMap(({ path, obstacle }) => (obstacle === "skipped" ? [path] : []));
		return paths.length === 0 ? [] : [notCheckedOut(`${label}: ${firstPaths(paths)}`, { file, line })];
	});
	const buildFiles = [file, `${file}.dockerignore`, ...contextsOf(service).map((folder) => `${folder}.dockerignore`)];
	const missing = buildFiles.filter((name) => nodeAt(files.tree, name)?.entry.obstacle === "skipped");
	const all = [...problems, ...skipped, ...missing.map((name) => notCheckedOut(name, { file }))];
	return all.length === 0 ? { image, service, selected } : all;
}

const notCheckedOut = (what: string, at: Problem["at"]): Problem => ({
	code: "build/not-checked-out",
	message: `${what}: not on disk because of the sparse checkout`,
	...defined({ at }),
	fix: "check out every file that images are built from: remove `sparse-checkout`, or run `git sparse-checkout add FOLDER`",
});

/** With a trailing `/`; blank for the catalog's folder. */
const contextsOf = ({ context, contexts }: Service): readonly string[] =>
	[context, ...Object.values(contexts).flatMap((context) => (context.kind === "path" ? [context.path] : []))].map(
		(folder) => (folder === "." ? "" : `${folder}/`),
	);

function firstPaths(paths: readonly string[]): string {
	const more = paths.length - 3;
	return `${paths.slice(0, 3).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
