/** A file that should be in no image, by its name; where the name alone does not tell, by how it begins. */
interface SecretFile {
	readonly what: string;
	readonly name: RegExp;
	readonly head?: RegExp;
}

const secretFiles: readonly SecretFile[] = [
	{ what: "an environment file", name: /(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$)[^/]*)?$/ },
	{ what: "a private key", name: /(?:^|\/)(?:id_rsa|id_dsa|id_ecdsa|id_ed25519)$/ },
	{ what: "credentials of a package index", name: /(?:^|\/)\.pypirc$/ },
	{ what: "credentials of a package index", name: /(?:^|\/)\.npmrc$/, head: /_auth|_password/i },
	{
		what: "credentials of a package index",
		name: /(?:^|\/)(?:\.pip\/pip|pip)\.conf$/,
		head: /:\/\/[^\s/:@]+:[^\s@]+@/,
	},
	{ what: "logins", name: /(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf)$/ },
	{ what: "a registry login", name: /(?:^|\/)\.docker\/config\.json$/, head: /"auth"|"identitytoken"/ },
	{ what: "a cloud's credentials", name: /(?:^|\/)(?:\.aws\/credentials|application_default_credentials\.json)$/ },
	{ what: "a cluster's credentials", name: /(?:^|\/)\.kube\/config$/ },
	{ what: "a key store", name: /\.(?:p12|pfx|jks|keystore|kdbx)$/ },
	{ what: "a git repository", name: /(?:^|\/)\.git\/(?:config|HEAD)$/ },
];

/** What distributions and packages ship for all the world to see: a key for a test server is not a secret. */
const everybodys =
	/^(?:usr\/(?:lib|share|libexec)|lib)\/|(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|pkg\/mod|testdata)\//;

const keyMark = Buffer.from("PRIVATE KEY-----");
const key = /(?:^|[\r\n]|"private_key": ?")-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----(?:[\r\n]|\\n)/;

/** What kind of secret a file looks to be. `head` is how it begins. */
export function secretKind(path: string, head: Buffer): string | undefined {
	if (everybodys.test(path)) return undefined;
	const found = secretFiles.find(
		(one) => one.name.test(path) && (one.head === undefined || one.head.test(head.toString("latin1"))),
	);
	if (found !== undefined) return found.what;
	// Programs hold the words too, to look for keys: a key begins a line, or is the value of its name in a cloud's JSON.
	return head.includes(keyMark) && key.test(head.toString("latin1")) ? "a private key" : undefined;
}
