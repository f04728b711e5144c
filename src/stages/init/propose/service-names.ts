/** `Session API Service` -> `session-api-service`: a valid catalog name, or blank. */
export function toKebabCase(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/([a-z0-9])([A-Z])/g, "$1-$2")
		.replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|(?<!-)-+$/g, "")
		.slice(0, 63)
		.replace(/(?<!-)-+$/, "");
}

/** Folder names that do not name a service. */
const plain = new Set([
	...["src", "docker", "build", "deploy", "container", "containers", "dockerfiles", "dockerfile", "images", "image"],
	...["code", "packaging", "ci", "source"],
]);

/** Dockerfile variants that do not name a service, such as `Dockerfile.prod`. */
const kinds = /^(?:prod|production|release|arm64|arm|amd64|linux|alpine|slim|distroless|multi|multistage)$/i;

/** `engine` for `Dockerfile.engine` and `engine.Dockerfile`. */
export function dockerfileVariant(file: string): string | undefined {
	const base = file.slice(file.lastIndexOf("/") + 1);
	const found =
		/^(?:dockerfile|containerfile)[._-](.+)$/i.exec(base) ?? /^(.+)\.(?:dockerfile|containerfile)$/i.exec(base);
	return found?.[1];
}

/** `blockchain/Dockerfile.engine` -> `blockchain-engine`, `src/cart/src/Dockerfile` -> `cart`. */
export function serviceNameFor(file: string, project: string): string {
	const folders = file.split("/").slice(0, -1);
	const folder = folders.findLast((one) => !plain.has(one.toLowerCase()));
	const variant = dockerfileVariant(file);
	const ownWord = variant === undefined || kinds.test(variant) ? undefined : toKebabCase(variant);
	const above = folder === undefined ? undefined : toKebabCase(folder.replace(/^\d+[-_.]/, ""));
	if (ownWord === undefined) return above || project;
	if (above === undefined || above === "" || ownWord.startsWith(above)) return ownWord;
	return `${above}-${ownWord}`;
}

/** The first of `name`, `name-2`, ... that is free. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
	for (let i = 1; ; i++) {
		const tried = i === 1 ? name : `${name}-${i}`;
		if (!taken.has(tried)) return tried;
	}
}
