import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";

/** Variables that well-known images set, by the image's name without its tag. What is not in here may set anything. */
const environments: readonly (readonly [image: RegExp, names: readonly string[]])[] = [
	[/^(?:debian|ubuntu|alpine|busybox|almalinux|rockylinux)$/, []],
	[/(?:^|\/)distroless\/(?:static|base|cc|python3)(?:-debian\d+)?$/, ["SSL_CERT_FILE", "LANG"]],
	[
		/^python$/,
		[
			"LANG",
			"GPG_KEY",
			"PYTHON_VERSION",
			"PYTHON_SHA256",
			"PYTHON_PIP_VERSION",
			"PYTHON_SETUPTOOLS_VERSION",
			"PYTHON_GET_PIP_URL",
			"PYTHON_GET_PIP_SHA256",
		],
	],
	[/^node$/, ["NODE_VERSION", "YARN_VERSION"]],
	[/^golang$/, ["GOLANG_VERSION", "GOTOOLCHAIN", "GOPATH"]],
	[/^rust$/, ["RUSTUP_HOME", "CARGO_HOME", "RUST_VERSION"]],
];

/** The variables an image's configuration is known to set; undefined when nobody knows. */
export function knownBaseVariables(ref: string): ReadonlySet<string> | undefined {
	const name = repositoryName(ref);
	const found = environments.find(([image]) => image.test(name));
	return found && new Set(["PATH", ...found[1]]);
}

/** A reference as people write it, without its tag and digest. */
export const repositoryName = (ref: string): string =>
	namedContextKey(ref)
		.replace(/@.*$/, "")
		.replace(/:[^/:]*$/, "");
