export class OidcClient {
	static getIDToken() {
		throw new Error("this bundle asks for no ID token")
	}
}
