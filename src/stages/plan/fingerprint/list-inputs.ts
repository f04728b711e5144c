import type { ListedInputs, PlannedImage } from "../../../model/documents/plan.ts";
import type { NamedContext } from "../../../model/service/service.ts";
import type { ServiceInputs } from "../../../model/service/service-inputs.ts";
import { defined } from "../../../util/defined.ts";
import { fingerprintArgs } from "./parts.ts";

/** Everything that an image is built from, for `--inputs`. */
export function listInputs(inputs: ServiceInputs, image: PlannedImage | undefined): ListedInputs {
	const { service, platform, trace, selected, from } = inputs;
	const pinned = new Map(image?.bases.map((base) => [base.ref, base.pinned]));
	// Baked values are only part of the fingerprint of a release.
	const countedArgs = (image?.version === undefined ? undefined : image.baked) ?? {};
	return {
		service: service.name,
		platform,
		dockerfile: service.dockerfile,
		files: selected.map(({ input, entries }) => ({
			instruction: input.label,
			line: input.line,
			...(input.context !== "" && { context: input.context }),
			paths: entries.filter(({ kind }) => kind !== "dir").map(({ path }) => path),
		})),
		images: trace.images.map(({ ref, use, line, platform: on, platformName }) => {
			const pin = pinned.get(ref);
			return {
				ref,
				use,
				line,
				platform: on === "target" ? platform : (platformName ?? "build"),
				...defined({ pinned: pin }),
			};
		}),
		catalogImages: from,
		urls: trace.urls.map(({ url, line, pinned: fixed }) => ({ url, line, pinned: fixed })),
		contexts: Object.fromEntries(
			Object.entries(service.contexts).map(([name, context]) => [name, describeContext(context, pinned.get(name))]),
		),
		args: { ...fingerprintArgs(inputs), ...countedArgs },
		volatileArgs: image?.volatileArgs.filter((name) => countedArgs[name] === undefined) ?? [],
		secrets: trace.secrets,
		ssh: trace.ssh,
		wholeContext: trace.wholeContext,
	};
}

/** In the form of the catalog. */
function describeContext(context: NamedContext, pinned: string | undefined): string {
	switch (context.kind) {
		case "service":
			return `target:${context.service}`;
		case "image":
			return `docker-image://${pinned ?? context.ref}`;
		case "path":
			return context.path;
		case "url":
			return context.url;
		default:
			return context satisfies never;
	}
}
