export const id=2726
export const ids=[2726]
export const modules={50345:((e,n,t)=>{t.d(n,{openKeySigner:()=>openKeySigner})
var o=t(51455)
var s=t(48161)
var i=t(76760)
var r=t(85465)
var a=t(39893)
var c=t(68261)
function openCosign({exec:e,signal:n,redact:t}){return async(...o)=>{const s={...(0,a.s)({signal:n}),tailBytes:1<<16}
const{exitCode:i,stdout:c,stderr:g}=await e(["cosign",...o],s).catch(e=>{const n=e instanceof Error?e.message:String(e)
const t="install cosign, for example with the action sigstore/cosign-installer, or leave `sign` out"
throw new r.yo({code:"sign/no-cosign",message:"cannot run cosign",why:n,fix:t},{cause:e})})
n?.throwIfAborted()
return{ok:i===0,output:i===0?c:lastLines(t?.(g)??g)}}}async function readPublicKey(e,n){const{ok:t,output:o}=await e("public-key",`--key=${n}`)
const s=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(o)?.[0]
if(t&&s!==undefined)return s
throw new r.yo({code:"sign/key",message:"cannot read the signing key",why:o,fix:"set sign-key to the key, and COSIGN_PASSWORD to its password"})}function lastLines(e){const n=e.split("\n").filter(e=>e.trim()!==""&&!e.startsWith("WARNING"))
return(0,c.g$)(n.slice(-3).join(" ")).slice(0,500)}async function openKeySigner({key:e,transparencyLog:n},t){const a=openCosign(t)
requireVersion((await a("version")).output)
const c=await readPublicKey(a,e)
const sign=async c=>{const u=await(0,o.mkdtemp)(i.join((0,s.tmpdir)(),"lucid-sign-"))
try{const file=e=>i.join(u,e)
await(0,o.writeFile)(file("statement.json"),c)
await(0,o.writeFile)(file("services.json"),JSON.stringify(signingConfig(n,t.env)))
const s=[`--signing-config=${file("services.json")}`,`--bundle=${file("bundle.json")}`]
if(!n){await(0,o.writeFile)(file("root.json"),JSON.stringify({mediaType:g}))
s.push(`--trusted-root=${file("root.json")}`)}const d=`--statement=${file("statement.json")}`
const{ok:l,output:y}=await a("attest-blob","--yes",`--key=${e}`,d,...s)
if(l)return await(0,o.readFile)(file("bundle.json"))
throw new r.yo({code:"sign/failed",message:"cannot sign the statement of this run",why:y,fix:"check the key and COSIGN_PASSWORD"})}finally{await(0,o.rm)(u,{recursive:true,force:true})}}
return{sign:sign,publicKey:c}}const g="application/vnd.dev.sigstore.trustedroot+json;version=0.1"
function signingConfig(e,{SIGSTORE_REKOR_URL:n,SIGSTORE_TSA_URL:t}){const service=e=>[{url:e,majorApiVersion:1,operator:"sigstore",validFor:{start:"2021-01-12T11:53:27Z"}}]
const o={selector:"ANY"}
const s="application/vnd.dev.sigstore.signingconfig.v0.2+json"
if(!e)return{mediaType:s}
const i={rekorTlogUrls:service(n||"https://rekor.sigstore.dev"),rekorTlogConfig:o}
const r=t?{tsaUrls:service(t),tsaConfig:o}:{}
return{mediaType:s,...i,...r}}function requireVersion(e){const[n,t="",o=""]=/\bv(\d+)\.(\d+)\.\d+/.exec(e)??[]
if(n===undefined||Number(t)>2||t==="2"&&Number(o)>=6)return
throw new r.yo({code:"sign/no-cosign",message:`cosign ${n} is too old`,why:"it does not write Sigstore bundles v0.3 as others do",fix:"install cosign 2.6 or newer"})}})}
