/** The repository of a reference: `registry:5000/a/b:tag@sha256:...` -> `registry:5000/a/b`. */
export function repositoryOf(ref: string): string {
	const plain = ref.split("@", 1)[0] ?? ref;
	const colon = plain.lastIndexOf(":");
	return colon > plain.lastIndexOf("/") ? plain.slice(0, colon) : plain;
}
