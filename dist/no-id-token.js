export class OidcClient {
	static getIDToken() {
		throw new Error("this bundle does not support ID tokens")
	}
}
