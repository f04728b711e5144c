export const id=7747
export const ids=[7747]
export const modules={45364:((e,t,n)=>{n.d(t,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var r=n(51455)
var s=n(48161)
var o=n(76760)
function configFolder(e){return e.DOCKER_CONFIG||o.join(e.HOME||(0,s.homedir)(),".docker")}async function configured(e,t){try{const n=JSON.parse(await(0,r.readFile)(o.join(configFolder(e),"config.json"),"utf8"))
return n?.[t]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await configured(e,"proxies")
const n=typeof t==="object"&&t!==null?Object.values(t):[]
const r=new Set(n.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(i).flatMap(([e,t])=>r.has(e)?[t]:[])}const i={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),37432:((e,t,n)=>{n.d(t,{p:()=>githubRun})
var r=n(51455)
var s=n(56008)
const o=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const i=["create","deployment","deployment_status","release","workflow_dispatch"]
const a="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readEvent(e,t){const{GITHUB_EVENT_NAME:n="",GITHUB_REF:r="",GITHUB_SHA:s}=e
switch(n){case"push":{const e=events_text(t.ref)??r
const n=present(events_text(t.after),events_text(toObject(t.head_commit).id),s)
const o=reading("`push`",atRef(e,n,{kind:"push",base:t.base_ref}),a)
return t.deleted===true?{...o,deleted:shortRef(e)}:o}case"delete":return{...reading("`delete`",[],a),deleted:`${t.ref_type==="tag"?"git tag":"branch"} ${events_text(t.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return reading(`\`${n}\``,pull(t,r,s),d)
case"pull_request_target":return reading(`\`${n}\``,pull(t,r),u)
case"merge_group":{const e=toObject(t.merge_group)
const n={kind:"merge_group",base:branchOf(e.base_ref)??""}
const o={event:n,commits:present(events_text(e.head_sha),s),refs:present(events_text(e.head_ref)??r)}
return reading("`merge_group`",[o],a)}case"schedule":return reading("`schedule`",atRef(r,present(s),{kind:"schedule"}),a)
case"workflow_run":return workflowRun(t,e)
case"issue_comment":return reading("`issue_comment`",[...atRef(r,present(s)),...commented(t)],a)
case"release":{const e=events_text(toObject(t.release).tag_name)
return reading("`release`",atRef(e===undefined?r:`refs/tags/${e}`,present(s)),a)}case"registry_package":return reading(`\`${n}\``,atRef(r,[]),a)
default:if(o.includes(n)||i.includes(n))return reading(`\`${n}\``,atRef(r,present(s)),a)
return{claims:[],about:`nothing is known of the event ${JSON.stringify(n)}`,fix:c}}}const c="start the workflow by push, schedule or workflow_dispatch; a newer version may know this event"
const d="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const u="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you trust that code: it runs with the rights of this repository"
const f="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function reading(e,t,n){const[r]=t
if(r===undefined)return{claims:t,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const s=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:t,about:`the event ${e} is about ${shortEvent(r.event)}${s}`,fix:n}}function atRef(e,t,{kind:n,base:r}={kind:"manual"}){const claim=n=>[{event:n,commits:t,refs:[e]}]
const s=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(s!==undefined)return claim({kind:"merge_group",base:s})
const[,o,i]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(i===undefined)return[]
if(o==="heads")return claim({kind:n,branch:i})
const a=branchOf(r)
return claim({kind:"tag",tag:i,...a!==undefined&&{base:a}})}const branchOf=e=>events_text(e)?.replace("refs/heads/","")
function pull(e,t,n){const r=toObject(e.pull_request)
const[s,o]=[toObject(r.head),toObject(r.base)]
const i=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1])
const a=Number.isSafeInteger(i)?i:undefined
const c=events_text(s.sha)
const d={kind:"pull_request",...a!==undefined&&{number:a},head:events_text(s.ref)??"",base:events_text(o.ref)??"",fork:s.repo==null||events_text(toObject(s.repo).full_name)!==events_text(toObject(o.repo).full_name),...c!==undefined&&{headRevision:c}}
return[{event:d,commits:present(c,events_text(r.merge_commit_sha),n),refs:pullRefs(a)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:t,pull_request:n}=toObject(e.issue)
if(typeof t!=="number"||n==null)return[]
const r={kind:"pull_request",number:t,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(t)}]}function workflowRun(e,{GITHUB_REF:t="",GITHUB_SHA:n}){const r=toObject(e.workflow_run)
const s=toObject(e.repository)
const[a,c,d]=[events_text(r.event)??"",events_text(r.head_branch),events_text(r.head_sha)]
const u=`\`workflow_run\`, after \`${a}\`,`
const l=events_text(toObject(r.head_repository).full_name)
const h=l===undefined||l!==events_text(s.full_name)
if(h||a.startsWith("pull_request"))return reading(u,[pullOfRun(r,h)],f)
if(c===undefined)return reading(u,[],f)
const p=c===events_text(s.default_branch)
const g=["push","schedule","merge_group","workflow_run",...i,...o].includes(a)
const m=a==="push"?"push":"manual"
const y=c.startsWith("gh-readonly-queue/")
const w=g&&(p||y)?present(d,t===`refs/heads/${c}`?n:undefined):[]
const b=p||y?[]:atRef(`refs/tags/${c}`,[])
return reading(u,[...atRef(`refs/heads/${c}`,w,{kind:m}),...b],f)}function pullOfRun(e,t){const n=events_text(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(toObject)
const s=r.filter(({head:e})=>n!==undefined&&toObject(e).sha===n)
const[o]=s.length===1?s:[]
const i=typeof o?.number==="number"?o.number:undefined
const a={...{kind:"pull_request",...i!==undefined&&{number:i}},...{head:events_text(e.head_branch)??"",base:events_text(toObject(o?.base).ref)??"",fork:t},...n!==undefined&&{headRevision:n}}
return{event:a,commits:present(n),refs:pullRefs(i)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const present=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const toObject=e=>typeof e==="object"&&e!==null?e:{}
const events_text=e=>typeof e==="string"&&e!==""?e:undefined
const l=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,r.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,toObject(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new s.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is not JSON: ${t}`,why:e.message,fix:"run it on GitHub's own runner, or elsewhere without GITHUB_ACTIONS and with `--event` and `--revision`"},{cause:e})}}function readRun(e,t){const n=toObject(t.repository)
const r=readEvent(e,t)
const s=e.GITHUB_SERVER_URL??"https://github.com"
const o=events_text(n.default_branch)
const i=events_text(n.html_url)??(e.GITHUB_REPOSITORY&&`${s}/${e.GITHUB_REPOSITORY}`)
const a=events_text(n.name)
const c=events_text(n.description)
const d=events_text(toObject(n.license).spdx_id)
const u=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:u,readOnly:u&&l.includes(e.GITHUB_EVENT_NAME??""),repository:{...o&&{defaultBranch:o},...i&&{url:i},...a&&{title:a},...c&&{description:c},...d&&{licenses:d}}}}}),29961:((e,t,n)=>{n.d(t,{c:()=>adviceFor})
function adviceFor({host:e,repository:t},n,s){if(/not allowed to create organization package/i.test(n))return`${r}; in the organization's settings, under Packages, allow its members to create packages`
if(/permission_denied|not allowed to \w+ organization package/i.test(n)||s==="used"&&isGitHub(e))return`${r}; in the package's settings on GitHub, under "Manage Actions access", add this repository with the role Write`
return/name.?unknown|repository .*(?:does not exist|not found)/i.test(n)?createCommand({host:e,repository:t},n):undefined}const r="give the job `permissions: packages: write`"
const isGitHub=e=>e==="ghcr.io"||e.startsWith("containers.")
function createCommand({host:e,repository:t},n){const r=/\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(e)?.[1]
const[s="",o=""]=t.split("/")
if(e==="public.ecr.aws")return`create it: aws ecr-public create-repository --region us-east-1 --repository-name ${t.slice(s.length+1)}`
if(r!==undefined||/does not exist in the registry with id/.test(n))return`create it: aws ecr create-repository${r===undefined?"":` --region ${r}`} --repository-name ${t}`
const i=/^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(e)?.[1]
return i===undefined?undefined:`create it: gcloud artifacts repositories create ${o} --repository-format=docker --location=${i} --project=${s}`}}),29747:((e,t,n)=>{n.d(t,{U9:()=>isLoopback,fb:()=>openHttp,uU:()=>proxyIn})
var r=n(45565)
function openHttp(e,t=r.m){const n=new Map
const agentFor=({protocol:t,hostname:r})=>{const s=t+r
const o=n.get(s)
if(o!==undefined)return o
const i=isLoopback(r)
const a=`${t} ${i?"here":"elsewhere"}`
const c=n.get(a)??open(t,i?{}:e)
n.set(a,c).set(s,c)
return c}
return async e=>{const{request:n,agent:r}=await agentFor(e.url)
try{return await once(n,r,e,t)}catch(s){const o=e.body===undefined||e.body instanceof Uint8Array
if(s.stale&&o)return once(n,r,e,t)
throw s}}}async function open(e,t){const r=e==="https:"?await Promise.resolve().then(n.t.bind(n,44708,19)):await Promise.resolve().then(n.t.bind(n,37067,19))
const s={...t}
return{request:r.request,agent:new r.Agent({keepAlive:true,maxFreeSockets:32,proxyEnv:s})}}function proxyIn(e,t,n){const r=t.protocol==="https:"?"HTTPS_PROXY":"HTTP_PROXY"
const s=n[r.toLowerCase()]?r.toLowerCase():r
const o=URL.parse(n[s]??"")
if(o===null||isLoopback(t.hostname))return undefined
const{code:i,hostname:a,port:c}=e
const d=i==="ERR_PROXY_TUNNEL"||a===o.hostname||`${c}`===o.port
return d?{address:o.origin,variable:s}:undefined}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(e)}function once(e,t,n,r){const{method:s,url:o,headers:i,body:a,signal:c,idleMs:d,left:u,maxBytes:f}=n
return new Promise((l,h)=>{const p=a===undefined&&s!=="PUT"&&s!=="POST"?undefined:a?.length??0
const g=e(o,{method:s,agent:t,headers:{...i,...p!==undefined&&{"content-length":p}}})
stopWith(c,g)
const inTime=e=>r.after(e>1e4?Math.ceil(e/1e3)*1e3:Math.max(1,e),check)
const check=()=>{const e=u()
if(e>0)m=inTime(e)
else g.destroy(failure("the time for this call ran out","DEADLINE"))}
let m=inTime(u())
g.on("close",()=>m())
g.setTimeout(d,()=>g.destroy(failure(`no answer for ${d/1e3} s`,"ETIMEDOUT")))
g.on("error",e=>h(g.reusedSocket&&e.code==="ECONNRESET"?Object.assign(e,{stale:true}):e))
g.on("response",e=>{const t=e.statusCode??0
if(n.stream&&t>=200&&t<300)return l({status:t,headers:flat(e.headers),body:new Uint8Array,stream:e})
const r=[]
let s=0
e.on("data",t=>{s+=t.length
if(s>f)e.destroy(failure(`the answer is longer than ${f} bytes`,"TOO_LARGE"))
else r.push(t)})
e.on("error",h)
e.on("end",()=>l({status:t,headers:flat(e.headers),body:Buffer.concat(r)}))})
if(a===undefined||a instanceof Uint8Array)g.end(a)
else a.open().then(e=>{e.on("error",e=>g.destroy(e))
g.on("close",()=>e.destroy())
e.pipe(g)},e=>g.destroy(e))})}const s=new WeakMap
function stopWith(e,t){const stop=e=>e.destroy(failure("it was stopped","ABORT_ERR"))
if(e.aborted)stop(t)
const n=s.get(e)??new Set
if(!s.has(e)){s.set(e,n)
e.addEventListener("abort",()=>n.forEach(stop),{once:true})}n.add(t)
t.on("close",()=>n.delete(t))}function flat(e){const t={}
for(const n in e){const r=e[n]
t[n]=Array.isArray(r)?r.join(", "):r}return t}function failure(e,t){return Object.assign(new Error(e),{code:t})}}),49554:((e,t,n)=>{n.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,hG:()=>familiarName})
var r=n(56008)
const s=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const o=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const i=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const a=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const c="docker.io"
function isTag(e){return i.test(e)}function isDigest(e){return a.test(e)}function parseReference(e){const t=readReference(e)
if(t.kind==="problem")throw new r.yo(t.problem)
return t.reference}function readReference(e,t){const{name:n,tag:r,digest:s}=cut(e)
const{host:o,repository:i}=splitHost(n)
const a=wrongWith({host:o,repository:i,tag:r,digest:s})
if(a!==undefined){const n=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const r="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:n,why:a,fix:r,...t&&{at:t}}}}return{kind:"reference",reference:{host:o,repository:i,...r!==undefined&&{tag:r},...s!==undefined&&{digest:s}}}}function formatReference({host:e,repository:t,tag:n,digest:r}){return`${e}/${t}${n===undefined?"":`:${n}`}${r===undefined?"":`@${r}`}`}function familiarName(e){const t=formatReference(e)
const n=t.startsWith(`${c}/`)?t.slice(c.length+1):t
const r=e.host===c&&/^library\/[^/]+$/.test(e.repository)?n.slice(8):n
return r.endsWith(":latest")?r.slice(0,-":latest".length):r}function mirrorReference(e,t){const n=t.get(e.host)
if(n===undefined)return e
const{host:r,repository:s}=parseReference(`${n.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:r,repository:s}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const n=t===-1?e:e.slice(0,t)
const r=n.indexOf(":",n.lastIndexOf("/")+1)
return{name:r===-1?n:n.slice(0,r),...r!==-1&&{tag:n.slice(r+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const n=t===-1?"":e.slice(0,t)
const r=/[.:]/.test(n)||n==="localhost"||n!==n.toLowerCase()
const s=r?n:c
const o=r?e.slice(t+1):e
if(s!==c&&s!=="index.docker.io")return{host:s,repository:o}
return{host:c,repository:o.includes("/")?o:`library/${o}`}}function wrongWith(e){const{host:t,repository:n,tag:r,digest:i}=e
const a=n.replace(/^library\//,"")
if(a==="")return"the name is missing"
if(!s.test(t))return`${JSON.stringify(t)} is no registry host`
if(n!==n.toLowerCase())return`the name ${JSON.stringify(a)} must be lower case`
const c=n.split("/").find(e=>!o.test(e))
if(c!==undefined)return`${JSON.stringify(c)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(a))return"a name of 64 hex digits reads as an image ID"
if(t.length+1+n.length>255)return"host and name are longer than 255 characters"
if(r!==undefined&&!isTag(r))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(i!==undefined&&!isDigest(i))return"a digest is sha256: and 64 hex digits"
return undefined}}),42010:((e,t,n)=>{n.d(t,{gl:()=>RegistryError,KM:()=>childFor,d8:()=>dockerCredentials,Ib:()=>d,Me:()=>openRegistry,F2:()=>O.F2,Xg:()=>facts_readConfig,WI:()=>readManifest,ph:()=>readMirrors,sc:()=>sha256})
var r=n(45565)
var s=n(79197)
var o=n(77598)
var i=n(57075)
var a=n(56008)
var c=n(29961)
const d={index:"application/vnd.oci.image.index.v1+json",manifest:"application/vnd.oci.image.manifest.v1+json",dockerList:"application/vnd.docker.distribution.manifest.list.v2+json",dockerManifest:"application/vnd.docker.distribution.manifest.v2+json",empty:"application/vnd.oci.empty.v1+json"}
const u=[d.index,d.manifest,d.dockerList,d.dockerManifest].join(", ")
function sha256(e){return`sha256:${(0,o.hash)("sha256",e)}`}function digestLike(e,t){if(!e?.startsWith("sha512:"))return sha256(t)
return`sha512:${(0,o.hash)("sha512",t)}`}function readManifest(e){const t=readObject(e)
const n=readStrings(t?.annotations)
if(t!==undefined&&Array.isArray(t.manifests))return{kind:"index",manifests:t.manifests.map(readDescriptor),annotations:n}
const r=t?.layers===null?[]:t?.layers
if(t!==undefined&&Array.isArray(r)){const e=readString(t.artifactType)
const s=readDescriptor(t.config)
const o=r.map(readDescriptor)
return{kind:"image",config:s,layers:o,annotations:n,...e!==undefined&&{artifactType:e}}}throw new Error("neither an image manifest nor an index of them")}function isAttestation({annotations:e,platform:t}){return e?.["vnd.docker.reference.type"]==="attestation-manifest"||t?.os==="unknown"}function readDescriptor(e){const t=readObject(e)
const n=readString(t?.mediaType)
const r=readString(t?.digest)
const s=t?.size
if(n===undefined||r===undefined||typeof s!=="number")throw new Error("a descriptor lacks its media type, digest or size")
const o=readObject(t?.platform)
const i=readString(o?.os)
const a=readString(o?.architecture)
const c=readString(o?.variant)
const d=readString(t?.artifactType)
return{mediaType:n,digest:r,size:s,...i!==undefined&&a!==undefined&&{platform:{os:i,architecture:a,...c!==undefined&&{variant:c}}},...d!==undefined&&{artifactType:d},...t?.annotations!==undefined&&{annotations:readStrings(t.annotations)}}}function readObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)?e:undefined}function readString(e){return typeof e==="string"&&e!==""?e:undefined}function readStrings(e){const t=Object.entries(readObject(e)??{})
return Object.fromEntries(t.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}class RegistryError extends a.yo{code
status
registryCode
constructor(e,t={},n){super(e,n)
this.code=e.code
this.status=t.status
this.registryCode=t.registryCode}}function unreachable({host:e,call:t},n,{tries:r,proxy:s}){const o=n?.code
const i=n instanceof Error&&n.message!==""?n.message:String(o??n)
const a=s&&` (by the proxy ${s.address} of ${s.variable})`
return new RegistryError({code:"registry/unreachable",message:`cannot reach the registry ${e}: ${t}`,why:`${i}${a??""}${r>1?` (${r} tries)`:""}`,fix:s?`check ${s.variable}, or add ${e} to NO_PROXY if no proxy leads there`:f[String(o)]?.(e)??`check that ${e} is right and that this machine can reach it`},{},{cause:n})}const f={ENOTFOUND:e=>`check the name ${e}: no name server knows it, or this machine has no network`,EAI_AGAIN:()=>"check the network of this machine: its name server does not answer",ECONNREFUSED:e=>`check the port: nothing listens at ${e}`,SELF_SIGNED_CERT_IN_CHAIN:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",UNABLE_TO_VERIFY_LEAF_SIGNATURE:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",DEPTH_ZERO_SELF_SIGNED_CERT:()=>"name the certificate of the registry in NODE_EXTRA_CA_CERTS"}
function late(e,t={}){const[n]=e.problems
if(n===undefined||t.why===undefined)return e
const r=t.fix===undefined?`${n.why}; ${t.why}`:t.why
const{status:s,registryCode:o}=e
const i={...s!==undefined&&{status:s},...o!==undefined&&{registryCode:o}}
return new RegistryError({...n,...t,why:r},i,{cause:e})}function denied({host:e,repository:t="",call:n},{status:r,said:s},o){const i=`docker login${e==="docker.io"?"":` ${e}`}`
const a=e==="ghcr.io"?`log in (${i}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`:`log in (${i}) with an account that may do this`
const d=(0,c.c)({host:e,repository:t},s,o?"used":"unknown")
return new RegistryError({code:"registry/denied",message:`${e} refuses: ${n}`,why:`${r}${s} (${o?"with the credentials of Docker's config":"without credentials"})`,fix:d??(o?`${a}, and check that the repository's name is right`:a)},{status:r})}function unavailable({host:e,call:t},n,r){const s=n.status===429||n.status===403
return new RegistryError({code:s?"registry/rate-limited":"registry/unavailable",message:`${e} ${s?"limits the rate":"is failing"}: ${t}`,why:`${n.status}${n.said}, ${r===1?"one try":`${r} tries`}`,fix:s?`log in (docker login ${e}), use a mirror, or try again later`:"try again later"},n)}function refused({host:e,repository:t,call:n},r){const s=`${r.status}${r.said}`
const o=t&&(0,c.c)({host:e,repository:t},s,"unknown")
return new RegistryError({code:"registry/refused",message:`${e} does not accept: ${n}`,why:s,...o&&{fix:o}},r)}function mismatch({host:e,call:t},n){return new RegistryError({code:"registry/mismatch",message:`${e} is wrong: ${t}`,why:n})}function notFound({host:e,call:t},n){return new RegistryError({code:"registry/not-found",message:`not there: ${t} at ${e}`,fix:n},{status:404})}function readAnswer(e,t){let n
try{const{errors:e}=readObject(JSON.parse((new TextDecoder).decode(t.subarray(0,16384))))??{}
n=Array.isArray(e)?readObject(e[0]):undefined}catch{}const r=readString(n?.code)
const s=[r,readString(n?.message)].filter(Boolean).join(": ")
const o=s.replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,300)
return{status:e,said:o===""?"":` ${o}`,...r!==undefined&&{registryCode:r}}}const l={tries:6,baseMs:1e3,capMs:6e4,retryAfterCapMs:12e4}
const h=new Set([408,429,499,500,502,503,504,522])
function mayPass(e){return h.has(e)}function connectionMayRecover(e){const t=e?.code
return typeof t==="string"&&["ECONNRESET","ECONNABORTED","EPIPE","ETIMEDOUT","EAI_AGAIN"].includes(t)}function retryDelay(e,t,n,r){if(r!==undefined)return Math.min(r,e.retryAfterCapMs)
return n*Math.min(e.capMs,e.baseMs*2**(t-1))}function readRetryAfter(e,t){if(e===undefined)return undefined
const n=e.trim()
if(/^\d+$/.test(n))return Number(n)*1e3
const r=Date.parse(n)
const s=Date.parse(t??"")
return Number.isNaN(r)||Number.isNaN(s)?undefined:Math.max(0,r-s)}function gate(e){const t=[]
let n=0
return async r=>{if(n>=e)await new Promise(e=>t.push(e))
else n++
try{return await r()}finally{const e=t.shift()
if(e)e()
else n--}}}const p=36e5
const g=4
async function getBlob(e,t,n,r){const s={host:t.host,repository:t.repository,push:false}
const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const{status:i,body:a}=await e({scope:s,method:"GET",path:`blobs/${n}`,maxBytes:r})
if(i===404)throw notFound(o,"build and push the image again")
const c=digestLike(n,a)
if(c!==n)throw mismatch(o,`what it sends is ${c}`)
return a}async function hasBlob(e,{host:t,repository:n,push:r},s){const{status:o}=await e({scope:{host:t,repository:n,push:r},method:"HEAD",path:`blobs/${s}`})
return o!==404}async function putBlob(e,t,n){const r=sha256(n)
await untilThere(e,t,r,async()=>finish(e,t,await begin(e,t),r,{body:n}))
return{mediaType:"application/octet-stream",digest:r,size:n.length}}async function copyBlob(e,t,n,{digest:r,size:s,onChunk:o}){let i="present"
await untilThere(e,n,r,async()=>{const a=t.host===n.host?await mount(e,t,n,r):await begin(e,n)
i=a==="mounted"?a:"streamed"
if(a==="mounted")return
const open=()=>download(e,t,r,o)
await finish(e,n,a,r,{body:{length:s,open:open},once:true,deadlineMs:p})})
return i}async function untilThere(e,t,n,r){for(let s=1;;s++){if(await hasBlob(e,{...t,push:true},n))return
try{return await r()}catch(e){if(!mayBeginAnew(e)||s>=g)throw e}}}function mayBeginAnew(e){if(!(e instanceof RegistryError))return false
const{code:t,status:n,registryCode:r=""}=e
if(t==="registry/unreachable"||t==="registry/unavailable"||t==="registry/rate-limited")return true
return n===404||n===416||/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(r)}async function begin(e,{host:t,repository:n}){const r={host:t,repository:n,push:true}
const s=await e({scope:r,method:"POST",path:"blobs/uploads/"})
return placeOf(s,{host:t,repository:n,call:`POST blobs/uploads/ of ${n}`})}async function checkPush(e,t){const n=await begin(e,t)
const{host:r,repository:s}=t
await e({scope:{host:r,repository:s,push:true},method:"DELETE",path:n,once:true}).catch(()=>{})}async function mount(e,t,n,r){const{host:s,repository:o}=n
const i={host:s,repository:o,push:true,from:t.repository}
const a=`blobs/uploads/?mount=${encodeURIComponent(r)}&from=${encodeURIComponent(t.repository)}`
const c=await e({scope:i,method:"POST",path:a}).catch(e=>{if(e instanceof RegistryError&&(e.code==="registry/refused"||e.code==="registry/denied"))return undefined
throw e})
if(c===undefined||c.status===404)return begin(e,n)
return c.status===201?"mounted":placeOf(c,{host:s,repository:o,call:`POST blobs/uploads/ of ${o}`})}function placeOf({status:e,headers:t,body:n},r){if(e===404)throw refused(r,readAnswer(404,n))
if(t.location===undefined)throw mismatch(r,"it names no place to upload to")
return t.location}async function finish(e,{host:t,repository:n},r,s,o){const i={host:t,repository:n,push:true}
const a=`${r}${r.includes("?")?"&":"?"}digest=${encodeURIComponent(s)}`
const c=await e({scope:i,method:"PUT",path:a,contentType:"application/octet-stream",...o})
if(c.status===404)throw refused({host:t,repository:n,call:`PUT upload of ${n}`},readAnswer(404,c.body))}const m=4
async function readBlob(e,t,{digest:n,size:r},s){const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
for(let i=1;;i++){const a=await download(e,t,n)
const c=s()
let d=0
try{for await(const e of a){d+=e.length
if(d>r)throw mismatch(o,`it sends more than the ${r} bytes that the manifest tells of`)
const t=c.take(e)
if(t!==undefined)await t}return await c.end()}catch(e){c.drop()
if(!connectionMayRecover(e))throw e
if(i>=m)throw unreachable(o,e,{tries:i})}finally{a.destroy()}}}async function download(e,{host:t,repository:n},r,s){const a={host:t,call:`GET blobs/${r} of ${n}`}
const c={host:t,repository:n,push:false}
const d=`blobs/${r}`
const{status:u,stream:f}=await e({scope:c,method:"GET",path:d,stream:true,deadlineMs:p})
if(u===404||f===undefined)throw notFound(a,"build and push the image again")
const l=r.startsWith("sha512:")?"sha512":"sha256"
const h=(0,o.createHash)(l)
const g=new i.Transform({transform(e,t,n){h.update(e)
s?.(e.length)
n(undefined,e)},flush(e){const t=`${l}:${h.digest("hex")}`
e(t===r?undefined:mismatch(a,`what it sends is ${t}`))}})
f.on("error",e=>g.destroy(e))
g.on("close",()=>f.destroy())
return f.pipe(g)}function readChallenge(e){const t=e??""
const n=/(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(t)?.[1]
if(n!==undefined){const e=new Map
for(const[,t,r,s]of n.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)){const n=t?.toLowerCase()??""
if(!e.has(n))e.set(n,r?.replace(/\\(.)/g,"$1")??s??"")}const t=e.get("realm")??""
const r=e.get("service")
const s=e.get("scope")
if(URL.canParse(t))return{kind:"bearer",realm:new URL(t),...r?{service:r}:{},...s?{scope:s}:{}}}return/(?:^|,\s*)Basic(?:\s|$|,)/i.test(t)?{kind:"basic"}:undefined}var y=n(29747)
var w=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var b=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
function openClient(e){const t=new Set
const n=new Map
return async r=>{const s={stack:[],error:void 0,hasError:false}
try{const{scope:o}=r
const i={host:o.host,repository:o.repository,call:callName(r)}
const a=timeFor(r,e)
const c=r.body===undefined||r.body instanceof Uint8Array?i.call:undefined
const d=w(s,e.waits.begin(o.host,c,a.giveUp),false)
const u=n.get(o.host)??baseUrl(o.host,e.insecure)
n.set(o.host,u)
const mayVisit=t=>t.protocol==="https:"||u.protocol==="http:"&&((0,y.U9)(t.hostname)||e.insecure.has(t.host))
const f=`${o.host} ${o.repository}`
const l=r.method==="PUT"||r.method==="POST"
const send=n=>sendWithRetries(e,{...i,time:a,wait:d},{...n,limit403:l&&t.has(f)})
const ask=(e,t,n)=>{if(!mayVisit(e))throw mismatch(i,`it sends logins to ${e.origin}, which is not https`)
const r=n===undefined?{}:{body:(new TextEncoder).encode(n)}
return send({method:n===undefined?"GET":"POST",url:e,headers:t,...r,maxBytes:1<<20})}
const logIn=async t=>{if(c!==undefined)d.update(`${i.call}: logging in`,a.giveUp)
const n=await e.logins.get(o,t,ask)
if(c!==undefined)d.update(c,a.giveUp)
return n}
const visit=e=>follow(send,r,u,e,mayVisit,i)
const h=e.logins.challengeOf(o.host)
let p=h&&await logIn(h)
let g=await visit(p?.header)
for(let t=0;g.status===401&&t<2;t++){const t=readChallenge(g.headers["www-authenticate"])
if(t===undefined)break
const n=p?.header
e.logins.learn(o.host,t)
if(n!==undefined)await e.logins.forget(o,n)
p=await logIn(t)
if(p.header===undefined||p.header===n)break
g=await visit(p.header)}const{status:m}=g
if(l&&m>=200&&m<300)t.add(f)
if(m>=200&&m<300||m===404)return g
const b=readAnswer(m,g.body)
if(m===401||m===403)throw denied(i,p?.refusal??b,p?.known??false)
throw refused(i,b)}catch(e){s.error=e
s.hasError=true}finally{b(s)}}}async function follow(e,t,n,r,s,o){let i=new URL(`/v2/${t.scope.repository}/`,n)
let a=t.path
for(let c=0;c<=5;c++){const c=URL.parse(a,i)
if(c===null||!s(c))throw mismatch(o,`it redirects to ${c?.origin??"no address"}`)
const d={"user-agent":"lucid-build-action",...t.accept&&{accept:t.accept},...t.contentType&&{"content-type":t.contentType},...r&&c.origin===n.origin&&{authorization:r}}
const u=t.body&&{body:t.body}
const{method:f,stream:l,once:h,digestHolds:p,maxBytes:g=4<<20}=t
const m=await e({method:f,url:c,headers:d,...u,maxBytes:g,...l&&{stream:l},...h&&{once:h},...p&&{digestHolds:p}})
const y=m.headers.location
if(m.status<300||m.status>=400||y===undefined)return m;[i,a]=[c,y]}throw mismatch(o,"it redirects in a circle")}function timeFor(e,{clock:t,limit:n,deadlineMs:r}){const s=t.now()
const o=s+(e.deadlineMs??r)
const deadline=()=>Math.min(o,n.until(s))
const i={get until(){return deadline()},next:"give up"}
return{began:s,deadline:deadline,giveUp:i}}async function sendWithRetries(e,{time:t,wait:n,...s},o){const{http:i,retry:a,signal:c,gate:d,pace:u,idleMs:f,random:l,limit:h,clock:p}=e
const left=()=>t.deadline()-p.now()
const pauseFor=async(e,o)=>{if(e<=0)return
n.update(`${s.call}: ${o}`,{until:p.now()+e,next:"retry"})
await(0,r.y)(e,c,p)
n.update(`${s.call}: ${o}; asked again`,t.giveUp)}
const g=o.once?1:a.tries
const m=o.stream||o.body!==undefined&&!(o.body instanceof Uint8Array)
const line=e=>m?e():d(e)
const send=()=>line(()=>i({...o,signal:c,idleMs:f,left:left}))
const w=o.method==="PUT"||o.method==="POST"
for(let n=1;;n++){await pauseFor(Math.min(u.pause(s.host,l()),left()),"too many requests")
c.throwIfAborted()
let r
let i
try{const e=await(w?u.write(s.host,send):send())
const t=e.status===429||isLimit(e)||o.limit403&&e.status===403&&n<3
const c=o.digestHolds&&n<4&&isWronged(e)
if(!mayPass(e.status)&&!t&&!c){h.succeeded()
return e}r=readRetryAfter(e.headers["retry-after"],e.headers.date)
i=unavailable(s,readAnswer(e.status,e.body),n)
if(t)u.hold(s.host,retryDelay(a,n,l(),r))}catch(r){c.throwIfAborted()
if(r instanceof RegistryError)throw r
if(r.code==="TOO_LARGE")throw mismatch(s,r.message)
i=unreachable(s,r,{tries:n,proxy:(0,y.uU)(r,o.url,e.env)})
if(r.code==="DEADLINE")throw late(i,h.why(t.began))
if(!connectionMayRecover(r))throw i}const d=retryDelay(a,n,l(),r)
if(n>=g)throw i
const f=h.isSet?Math.max(d,r??0):d
if(f>=left())throw late(i,{why:`the next try is due in ${seconds(f)}, and ${seconds(left())} are left`})
await pauseFor(d,i.problems[0]?.why??"failed")}}function isLimit({status:e,headers:t,body:n}){if(e!==403)return false
const said=()=>(new TextDecoder).decode(n.subarray(0,16384))
return t["retry-after"]!==undefined||/rate.?limit|too many requests|toomanyrequests/i.test(said())}const seconds=e=>`${Math.max(0,Math.round(e/1e3))} s`
function isWronged({status:e,body:t}){return e===400&&readAnswer(e,t).registryCode==="DIGEST_INVALID"}function callName({method:e,path:t,scope:n}){return`${e} ${/^(?:\/|https?:)/.test(t)?"upload":t.split("?")[0]} of ${n.repository}`}function baseUrl(e,t){const n=e==="docker.io"?"registry-1.docker.io":e
const r=new URL(`https://${n}`)
return(0,y.U9)(r.hostname)||t.has(e)?new URL(`http://${n}`):r}var k=n(51455)
var $=n(76760)
var _=n(45364)
const anonymous=async()=>undefined
function dockerCredentials(e){const t=(0,_.vg)(e.env)
let n
return async r=>{n??=readConfig($.join(t,"config.json"))
const s=await n
const o=readObject(s.credHelpers)
const i=readString(o?.[serverName(r)])??readString(o?.[r])??readString(s.credsStore)
const a=fromAuths(readObject(s.auths),r)
if(i===undefined)return a
return await askHelper(e,i,r)??a}}async function readConfig(e){const t="mend the file, or remove it and run docker login again"
let n
try{n=await(0,k.readFile)(e,"utf8")}catch(t){if(t.code==="ENOENT")return{}
const n=t.message
throw new a.yo({code:"registry/docker-config",message:"cannot read Docker's config",why:n,at:{file:e}})}try{const e=readObject(JSON.parse(n))
if(e)return e}catch{}const r="Docker's config is not a JSON object"
throw new a.yo({code:"registry/docker-config",message:r,fix:t,at:{file:e}})}const v="https://index.docker.io/v1/"
function serverName(e){return e==="docker.io"?v:e}function fromAuths(e,t){const bare=e=>e.replace(/^https?:\/\//,"").split("/")[0]
const n=["index.docker.io","docker.io","registry-1.docker.io"]
const r=Object.keys(e??{}).find(e=>e===serverName(t))??Object.keys(e??{}).find(e=>t==="docker.io"?n.includes(bare(e)??""):bare(e)===t)
const s=r===undefined?undefined:readObject(e?.[r])
const o=readString(s?.identitytoken)
if(o!==undefined)return{kind:"identity",token:o}
const i=Buffer.from(readString(s?.auth)??"","base64").toString()
const a=i.indexOf(":")
const c=a>0?i.slice(0,a):readString(s?.username)
const d=a>0?i.slice(a+1).replace(/\0+$/,""):readString(s?.password)
return c&&d?{kind:"password",username:c,password:d}:undefined}async function askHelper({exec:e,signal:t,helperMs:n=6e4},r,s){const o=`docker-credential-${r}`
const broken=(e,t)=>new a.yo({code:"registry/credential-helper",message:`Docker's credential helper does not answer for ${s}`,why:e,fix:`install ${o}, or take it out of Docker's config.json`},{cause:t})
if(!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(r))throw broken(`${JSON.stringify(r)} is no name of a helper`)
const i=AbortSignal.timeout(n)
const c=t===undefined?i:AbortSignal.any([t,i])
const d={input:serverName(s),signal:c,graceMs:1e3}
const{exitCode:u,stdout:f}=await e([o,"get"],d).catch(e=>{throw broken(`${o} cannot be run`,e)})
t?.throwIfAborted()
if(i.aborted)throw broken(`${o} said nothing for ${n/1e3} s`)
if(u!==0){if(/credentials not found|not found in native keychain/i.test(f))return undefined
throw broken(`${o} ended with ${u}`)}let l
try{l=readObject(JSON.parse(f))}catch{throw broken(`${o} did not answer in JSON`)}const h=readString(l?.Username)
const p=readString(l?.Secret)
if(h===undefined||p===undefined)return undefined
return h==="<token>"?{kind:"identity",token:p}:{kind:"password",username:h,password:p}}const E={aarch64:"arm64",x86_64:"amd64","x86-64":"amd64"}
function normalPlatform({os:e,architecture:t,variant:n}){const r=E[t]??t
const s=r==="arm64"?"v8":r==="amd64"?"v1":undefined
const o=r==="arm"?n??"v7":n===s?undefined:n
return[e,r,o].filter(e=>e!==undefined&&e!=="").join("/")}function parsePlatform(e){const[t="linux",n="",r]=e.split("/")
return{os:t,architecture:n,...r!==undefined&&{variant:r}}}function samePlatform(e,t){return normalPlatform(e)===normalPlatform(t)}function facts_readConfig(e){const t=readObject(e)
const n=readObject(t?.config)
const r=readString(t?.os)??"linux"
const s=readString(t?.architecture)??"unknown"
const o=readString(t?.variant)
const i=readHealthcheck(n?.Healthcheck)
const a={variant:o,created:readString(t?.created),user:readString(n?.User),workingDir:readString(n?.WorkingDir),entrypoint:readList(n?.Entrypoint),command:readList(n?.Cmd),healthcheck:i}
return{os:r,architecture:s,platform:normalPlatform({os:r,architecture:s,...o!==undefined&&{variant:o}}),env:readEnv(n?.Env),exposedPorts:Object.keys(readObject(n?.ExposedPorts)??{}).sort(),labels:readStrings(n?.Labels),settings:Object.fromEntries(Object.entries(n??{}).filter(([e])=>e!=="Labels")),onbuild:readList(n?.OnBuild)??[],diffIds:readList(readObject(t?.rootfs)?.diff_ids)??[],history:(Array.isArray(t?.history)?t.history:[]).map(readStep),...present(a)}}function attestationsOf(e,t){return e.filter(e=>isAttestation(e)&&e.annotations?.["vnd.docker.reference.digest"]===t)}function present(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}function readEnv(e){return Object.fromEntries((readList(e)??[]).map(e=>{const t=e.indexOf("=")
return t===-1?[e,""]:[e.slice(0,t),e.slice(t+1)]}))}function readStep(e){const t=readObject(e)
const n=readString(t?.created)
return{createdBy:readString(t?.created_by)??"",...n!==undefined&&{created:n},empty:t?.empty_layer===true}}function readHealthcheck(e){const t=readObject(e)
const n=readList(t?.Test)
if(n===undefined)return undefined
const ms=e=>typeof e==="number"&&e>0?e/1e6:undefined
const r=typeof t?.Retries==="number"&&t.Retries>0?t.Retries:undefined
const s={interval:ms(t?.Interval),timeout:ms(t?.Timeout),startPeriod:ms(t?.StartPeriod),retries:r}
return{test:n,...present(s)}}var O=n(49554)
async function headManifest(e,t){const n=`manifests/${(0,O.Z9)(t)}`
const r={host:t.host,repository:t.repository,push:false}
const{status:s,headers:o}=await e({scope:r,method:"HEAD",path:n,accept:u})
if(s===404)return undefined
const i=o["docker-content-digest"]
const a=o["content-type"]?.split(";")[0]?.trim()
const c=Number(o["content-length"])
if(i===undefined||!(0,O.Bc)(i)||!a||!Number.isInteger(c))return(await getManifest(e,t))?.descriptor
if(t.digest!==undefined&&t.digest!==i)throw mismatch({host:t.host,call:`HEAD ${n} of ${t.repository}`},`it answers with ${i}`)
return{mediaType:a,digest:i,size:c}}async function getManifest(e,t){const{host:n,repository:r}=t
const s=`manifests/${(0,O.Z9)(t)}`
const o={host:n,call:`GET ${s} of ${r}`}
const i={host:n,repository:r,push:false}
const{status:a,headers:c,body:f}=await e({scope:i,method:"GET",path:s,accept:u})
if(a===404)return undefined
const l=c["docker-content-digest"]
const h=digestLike(l,f)
const p=t.digest===undefined||t.digest===h?h:digestLike(t.digest,f)
if(l!==undefined&&l!==h)throw mismatch(o,`it calls ${l} what is ${h}`)
if(t.digest!==undefined&&t.digest!==p)throw mismatch(o,`what it sends is ${p}`)
let g
let m
try{g=JSON.parse((new TextDecoder).decode(f))
m=readManifest(g)}catch(e){throw mismatch(o,`what it sends is no image: ${e instanceof SyntaxError?"not JSON":e.message}`)}const y=c["content-type"]?.split(";")[0]?.trim()
const w=m.kind==="index"?d.index:d.manifest
const b=typeof g.mediaType==="string"?g.mediaType:y?.includes("+json")?y:w
return{descriptor:{mediaType:b,digest:p,size:f.length},bytes:f,json:g,content:m}}async function putManifest(e,t,n,r){const{host:s,repository:o}=t
const i=`manifests/${t.tag??(0,O.Z9)(t)}`
const a={host:s,repository:o,call:`PUT ${i} of ${o}`}
const c={host:s,repository:o,push:true}
const d=digestLike(t.digest,n)
const u=t.digest===undefined||t.digest===d
const f={scope:c,method:"PUT",path:i,contentType:r,body:n}
const{status:l,headers:h,body:p}=await e({...f,...u&&{digestHolds:u}})
if(l===404)throw refused(a,readAnswer(l,p))
const g=h["docker-content-digest"]??d
if(g!==d&&g!==digestLike(g,n))throw mismatch(a,`it stored ${g} where ${d} was sent`)
return{mediaType:r,digest:d,size:n.length}}async function resolve(e,t,n,r){const{host:s,repository:o}=n
const i=r===undefined?await headManifest(e,n):await getManifest(e,n)
if(i===undefined)throw notFound({host:s,call:(0,O.FH)(n)},`check the name and tag of ${t}`)
const{digest:a}="descriptor"in i?i.descriptor:i
const c=(0,O.FH)({host:s,repository:o,digest:a})
if(r===undefined||!("descriptor"in i))return{pinned:c,digest:a}
if(i.content.kind==="image")return{pinned:c,digest:a,platformDigest:a}
const d=childFor(i.content.manifests,r)
if(d===undefined)throw noPlatform((0,O.FH)(n),i.content.manifests,r)
return{pinned:c,digest:a,platformDigest:d.digest}}async function imageFacts(e,t,n,r){const s=(0,O.F2)(n)
const{host:o,repository:i}=s
const a=await t.manifest(e,s)
if(a===undefined)return undefined
let c=a
let d
if(a.content.kind==="index"){const s=childFor(a.content.manifests,r)
if(s===undefined)throw noPlatform(n,a.content.manifests,r)
const u=await t.manifest(e,{host:o,repository:i,digest:s.digest})
if(u===undefined)throw notFound({host:o,call:`GET manifests/${s.digest} of ${i}`},"build and push it again")
c=u
d={indexDigest:a.descriptor.digest,attestations:attestationsOf(a.content.manifests,s.digest)}}const{content:u,descriptor:f}=c
const l={host:o,call:`GET manifests/${f.digest} of ${i}`}
if(u.kind!=="image")throw mismatch(l,"it is an index where an image should be")
const h=await t.config(e,{host:o,repository:i},u.config.digest)
let p
try{p=JSON.parse((new TextDecoder).decode(h))}catch{throw mismatch(l,"the image's config is not JSON")}return{ref:n,digest:f.digest,mediaType:f.mediaType,manifestSize:f.size,...d??{attestations:[]},annotations:u.annotations,layers:u.layers,size:u.layers.reduce((e,{size:t})=>e+t,u.config.size),...facts_readConfig(p)}}function childFor(e,t){const n=parsePlatform(t)
return e.find(e=>!isAttestation(e)&&e.platform&&samePlatform(e.platform,n))}function noPlatform(e,t,n){const r=t.flatMap(e=>e.platform&&!isAttestation(e)?normalPlatform(e.platform):[])
return new RegistryError({code:"registry/no-platform",message:`${e} is not made for ${n}`,why:r.length===0?"its index names no platform":`it is there for ${r.join(", ")}`,fix:"take another image or tag, or another platform"})}class Logins{#e
#t
#n=new Map
#r=new Map
constructor(e,t){this.#e=e
this.#t=t}challengeOf(e){return this.#n.get(e)}learn(e,t){const{scope:n,...r}={scope:undefined,...t}
this.#n.set(e,r)}async get(e,t,n){const r=keyOf(e)
const s=this.#r.get(r)
if(s!==undefined&&this.#t()<s.expires)return s.login
const o={login:Promise.resolve({header:undefined,known:false}),expires:Infinity}
const i=this.#s(e,t,n,e=>{o.expires=this.#t()+e})
const a=Object.assign(o,{login:i})
this.#r.set(r,a)
i.catch(()=>{if(this.#r.get(r)===a)this.#r.delete(r)})
return i}async forget(e,t){const n=this.#r.get(keyOf(e))
if(n&&(await n.login).header===t&&this.#r.get(keyOf(e))===n)this.#r.delete(keyOf(e))}async#s(e,t,n,r){const s=await this.#e(e.host)
const o=s!==undefined
if(t.kind==="basic"){const e=s?.kind==="password"?basic(s):undefined
return{header:e,known:o}}const i=t.scope??`repository:${e.repository}:${e.push?"pull,push":"pull"}`
const a=e.from===undefined?i:`${i} repository:${e.from}:pull`
const c=await n(...tokenRequest(t.realm,t.service,a,s))
const d=c.status===200?readJson(c.body):undefined
const u=readString(d?.token)??readString(d?.access_token)
const f=c.status===401||c.status===403
if(u===undefined)return{header:undefined,known:o,...f&&{refusal:readAnswer(c.status,c.body)}}
const l=typeof d?.expires_in==="number"&&d.expires_in>0?d.expires_in:60
r(Math.max(l-10,l/2)*1e3)
return{header:`Bearer ${u}`,known:o}}}function keyOf({host:e,repository:t,push:n,from:r=""}){return`${e} ${t} ${n} ${r}`}function basic({username:e,password:t}){return`Basic ${Buffer.from(`${e}:${t}`).toString("base64")}`}function tokenRequest(e,t,n,r){if(r?.kind==="identity"){const s=new URLSearchParams({grant_type:"refresh_token",client_id:"lucid",scope:n})
s.set("refresh_token",r.token)
if(t)s.set("service",t)
return[e,{"content-type":"application/x-www-form-urlencoded"},s.toString()]}const s=new URL(e)
if(t)s.searchParams.set("service",t)
for(const e of n.split(" "))s.searchParams.append("scope",e)
return[s,r?{authorization:basic(r)}:{}]}function readJson(e){try{return readObject(JSON.parse((new TextDecoder).decode(e)))}catch{return undefined}}class Memory{#o=new Map
#i=new Map
async manifest(e,t){const n=t.digest===undefined?undefined:this.#o.get(memory_keyOf(t,t.digest))
if(n!==undefined)return n
const r=await getManifest(e,t)
if(r!==undefined)this.#o.set(memory_keyOf(t,r.descriptor.digest),r)
return r}async config(e,t,n){const r=memory_keyOf(t,n)
const s=this.#i.get(r)??await getBlob(e,t,n,16<<20)
this.#i.set(r,s)
return s}}function memory_keyOf({host:e,repository:t},n){return(0,O.FH)({host:e,repository:t,digest:n})}class Pace{#a
#c=new Map
#d=new Map
#u
constructor(e,t=r.m){this.#a=e
this.#u=t}write(e,t){const n=this.#c.get(e)??gate(this.#a)
this.#c.set(e,n)
return n(t)}hold(e,t){const n=this.#u.now()+t
if(n>(this.#d.get(e)??0))this.#d.set(e,n)}pause(e,t){const n=(this.#d.get(e)??0)-this.#u.now()
return n<=0?0:n+t*Math.min(n,1e3)}}class TimeLimit{#u
#f
#l=Number.NEGATIVE_INFINITY
constructor(e){this.#u=e}begin(e){this.#f={...e,end:this.#u.now()+e.totalMs}
return{[Symbol.dispose]:()=>{this.#f=undefined}}}succeeded(){this.#l=this.#u.now()}get isSet(){return this.#f!==undefined}until(e){if(this.#f===undefined)return Number.POSITIVE_INFINITY
const{silentMs:t,end:n}=this.#f
return Math.min(Math.max(e,this.#l)+t,n)}why(e){if(this.#f===undefined||this.#u.now()<this.until(e))return undefined
const{silentMs:t,totalMs:n,end:r,option:s}=this.#f
if(this.#u.now()>=r)return{why:`the ${n/6e4} minutes for all requests are over`,fix:"try again later"}
const o=`no request to a registry has succeeded for ${t/1e3} s`
return{why:o,fix:`check the registry and the network, or allow more time with ${s}`}}}function readMirrors(e){const t=[]
const n=new Map
for(const r of e.flatMap(e=>e.split(",")).map(e=>e.trim())){if(r==="")continue
const[e="",s="",...o]=r.split("=")
const i=s.replace(/\/+$/,"")
const a=(0,O.Wf)(`${e}/name`)
const c=o.length===0&&a.kind==="reference"&&/^(?:library\/)?name$/.test(a.reference.repository)&&(0,O.Wf)(`${i}/name`).kind==="reference"&&/^[^/]*[.:]|^localhost/.test(i)
if(c)n.set(a.reference.host,i)
else{const e="write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io"
t.push({code:"registry/bad-mirror",message:`${JSON.stringify(r)} is no mirror`,fix:e})}}if(t.length>0)throw new a.yo(t)
return n}function openRegistry(e={}){const{auth:t=anonymous,concurrency:n=16,clock:o=r.m}=e
const i=new TimeLimit(o)
const a={http:(0,y.fb)(e.env??{},o),env:e.env??{},logins:new Logins(t,o.now),retry:e.retry??l,deadlineMs:e.deadlineMs??3e5,idleMs:e.idleMs??3e4,insecure:new Set(e.insecure),gate:gate(n),pace:new Pace(e.writes??6,o),random:Math.random,waits:new s.d(e.progress,e.slowMs,o),limit:i,clock:o}
const c=new Memory
const d=e.mirrors??new Map
const open=e=>registryOver(openClient({...a,signal:e}),c,d,{limit:e=>i.begin(e),stoppedBy:open})
return open(e.signal??(new AbortController).signal)}function registryOver(e,t,n,r){const s=new Map
return{head:async t=>headManifest(e,(0,O.F2)(t)),manifest:async n=>t.manifest(e,(0,O.F2)(n)),blob:async(t,n,r=16<<20)=>getBlob(e,(0,O.F2)(t),n,r),readBlob:async(t,n,r)=>readBlob(e,(0,O.F2)(t),n,r),hasBlob:async(t,n)=>hasBlob(e,{...(0,O.F2)(t),push:false},n),putManifest:async(t,n,r)=>putManifest(e,(0,O.F2)(t),n,r),putBlob:async(t,n)=>putBlob(e,(0,O.F2)(t),n),checkPush:async t=>checkPush(e,(0,O.F2)(t)),copyBlob:async(t,n,r)=>copyBlob(e,(0,O.F2)(t),(0,O.F2)(n),r),async resolve(t,r){const o=(0,O.F5)((0,O.F2)(t),n)
const i=`${(0,O.FH)(o)} ${r??""}`
const a=s.get(i)??resolve(e,t,o,r)
s.set(i,a)
return a},imageFacts:async(n,r)=>imageFacts(e,t,n,r),mirrored:e=>(0,O.FH)((0,O.F5)((0,O.F2)(e),n)),...r}}})}
