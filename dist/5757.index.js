export const id=5757
export const ids=[5757]
export const modules={78352:((e,t,o)=>{o.d(t,{D:()=>withProxies})
async function withProxies(e,t){const{setGlobalProxyFromEnv:n}=await Promise.resolve().then(o.t.bind(o,37067,19))
const s=[e.no_proxy||e.NO_PROXY,"localhost","127.0.0.1","::1"].filter(Boolean).join(",")
const r=n?.({...e,no_proxy:s})
try{return await t()}finally{r?.()}}}),15757:((e,t,o)=>{o.d(t,{openKeylessSigner:()=>openKeylessSigner})
var n=o(61040)
var s=o(15179)
var r=o(85465)
var i=o(68261)
var a=o(78352)
var c=o(12311)
var u=o(16496)
var f=o(64569)
const l=c.YjP().exactOptional()
const d=c.Ikc({iss:c.YjP(),sub:c.YjP(),job_workflow_ref:l,job_workflow_sha:l,workflow_ref:l,workflow_sha:l,repository:l,repository_id:l,repository_owner:l,repository_owner_id:l,repository_visibility:l,ref:l,sha:l,event_name:l,run_id:l,run_attempt:l,runner_environment:l})
const h="sigstore"
const p=c.Ikc({value:c.YjP()})
async function requestIdentityToken(e,t=(new AbortController).signal){const{ACTIONS_ID_TOKEN_REQUEST_URL:o,ACTIONS_ID_TOKEN_REQUEST_TOKEN:n,SIGSTORE_ID_TOKEN:s}=e
const r=URL.parse(o??"")
if(r===null||!n){if(s)return readToken(s)
throw noToken("the job has no permission to request one")}r.searchParams.set("audience",h)
const i=performance.now()+3e4
const a=await(0,f.fb)(e)({method:"GET",url:r,headers:{accept:"application/json",authorization:`Bearer ${n}`},signal:t,idleMs:15e3,remainingMs:()=>i-performance.now(),maxBytes:1<<20}).catch(e=>{t.throwIfAborted()
throw noToken(`${r.host}: ${e instanceof Error?e.message:String(e)}`,e)})
const c=(0,u.gf)(p,(new TextDecoder).decode(a.body))?.value
if(a.status!==200||c===undefined)throw noToken(`${r.host} answered ${a.status}`)
return readToken(c)}function readToken(e){const t=(0,u.gf)(d,Buffer.from(e.split(".")[1]??"","base64url").toString())
if(t===undefined)throw noToken("it is not a JSON Web Token with the claims `iss` and `sub`")
return{token:e,claims:t}}function noToken(e,t){const o="give the job `permissions: id-token: write`, and the caller's job, too, or sign with a key"
return new r.yo({code:"sign/no-token",message:"there is no identity token to sign with",why:(0,i.g$)(e),fix:o},{cause:t})}const g="application/vnd.in-toto+json"
async function openKeylessSigner(e,{env:t,signal:o,retryMs:r=1e3}){const{claims:i}=await requestIdentityToken(t,o)
const c=e==="public"||e==="by visibility"&&i.repository_visibility==="public"
const u=c?"public":"github"
const f=servicesOf(u,t)
const l={timeout:2e4,retry:{retries:4,minTimeout:r,maxTimeout:15e3}}
const sign=async e=>{const r=new s.$o({fulcioBaseURL:f.fulcio,identityProvider:{getToken:async()=>(await requestIdentityToken(t,o)).token},...l})
const i=[]
if(f.rekor!==undefined)i.push(new s.fU({rekorBaseURL:f.rekor,...l}))
if(f.tsa!==undefined)i.push(new s.gs({tsaBaseURL:f.tsa,...l}))
const c=new s.VV({signer:r,witnesses:i})
try{const o=await(0,a.D)(t,()=>c.create({data:Buffer.from(e),type:g}))
return(new TextEncoder).encode(JSON.stringify((0,n.bundleToJSON)(o)))}catch(e){o?.throwIfAborted()
throw explain(e,u,f)}}
return{sign:sign,claims:i}}function servicesOf(e,t){const own=e=>t[e]?.replace(/\/+$/,"")||undefined
const o=URL.parse(t.GITHUB_SERVER_URL??"")?.host??""
const n=o.endsWith(".ghe.com")?o:"githubapp.com"
const s=own("SIGSTORE_TSA_URL")
if(e==="github")return{fulcio:own("SIGSTORE_FULCIO_URL")??`https://fulcio.${n}`,tsa:s??`https://timestamp.${n}`}
return{fulcio:own("SIGSTORE_FULCIO_URL")??"https://fulcio.sigstore.dev",rekor:own("SIGSTORE_REKOR_URL")??"https://rekor.sigstore.dev",...s!==undefined&&{tsa:s}}}const w="or set `sign-log: public`: the public instance signs for any repository, and its log shows the names of repository, workflow and ref to anyone, permanently"
function explain(e,t,{fulcio:o,rekor:n,tsa:a}){if(!(e instanceof s.Gd))return e
const{cause:c}=e
if(c instanceof r.yo)return c
const problem=(t,o,n)=>new r.yo({code:t,message:o,why:(0,i.g$)(reason(c)),fix:n},{cause:e})
if(e.code==="CA_CREATE_SIGNING_CERTIFICATE_ERROR")return t==="github"?problem("sign/certificate",`${o} issues no certificate`,`check that GitHub's plan has artifact attestations for private repositories, ${w}`):problem("sign/certificate",`${o} issues no certificate`,"run the job again; see https://status.sigstore.dev")
if(e.code==="TSA_CREATE_TIMESTAMP_ERROR")return problem("sign/timestamp",`${a} issues no timestamp`,"run the job again")
if(e.code.startsWith("TLOG_"))return problem("sign/log",`${n} records no signature`,"run the job again; see https://status.sigstore.dev")
return e}function reason(e){return e instanceof Error?e.message:String(e)}})}
