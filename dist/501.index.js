export const id=501
export const ids=[501]
export const modules={85177:((e,t,n)=>{n.d(t,{pV:()=>githubRun,ut:()=>runLink,Vp:()=>runUrl})
var s=n(51455)
var r=n(39893)
var o=n(85465)
var i=n(16496)
const a=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const c=["create","deployment","deployment_status","release","workflow_dispatch"]
const d="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readGitHubEvent(e,t){const{GITHUB_EVENT_NAME:n="",GITHUB_REF:s="",GITHUB_SHA:r}=e
switch(n){case"push":{const e=(0,i.E3)(t.ref)??s
const n=unique((0,i.E3)(t.after),(0,i.E3)(readFields(t.head_commit).id),r)
const o=infoOf("`push`",atRef(e,n,{kind:"push",base:t.base_ref}),d)
return t.deleted===true?{...o,deleted:shortRef(e)}:o}case"delete":return{...infoOf("`delete`",[],d),deleted:`${t.ref_type==="tag"?"git tag":"branch"} ${(0,i.E3)(t.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return infoOf(`\`${n}\``,pull(t,s,r),f)
case"pull_request_target":return infoOf(`\`${n}\``,pull(t,s),l)
case"merge_group":{const e=readFields(t.merge_group)
const n={kind:"merge_group",base:branchOf(e.base_ref)??""}
const o={event:n,commits:unique((0,i.E3)(e.head_sha),r),refs:unique((0,i.E3)(e.head_ref)??s)}
return infoOf("`merge_group`",[o],d)}case"schedule":return infoOf("`schedule`",atRef(s,unique(r),{kind:"schedule"}),d)
case"workflow_run":return workflowRun(t,e)
case"issue_comment":return infoOf("`issue_comment`",[...atRef(s,unique(r)),...commented(t)],d)
case"release":{const e=(0,i.E3)(readFields(t.release).tag_name)
return infoOf("`release`",atRef(e===undefined?s:`refs/tags/${e}`,unique(r)),d)}case"registry_package":return infoOf(`\`${n}\``,atRef(s,[]),d)
default:if(a.includes(n)||c.includes(n))return infoOf(`\`${n}\``,atRef(s,unique(r)),d)
return{claims:[],about:`the event ${JSON.stringify(n)} is unknown`,fix:u}}}const u="start the workflow by push, schedule or workflow_dispatch, or update this action"
const f="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const l="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you "+"trust that code: it runs with the rights of this repository"
const h="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function infoOf(e,t,n){const[s]=t
if(s===undefined)return{claims:t,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const r=s.commits[0]===undefined?"":` at ${s.commits[0].slice(0,12)}`
return{claims:t,about:`the event ${e} is about ${shortEvent(s.event)}${r}`,fix:n}}function atRef(e,t,{kind:n,base:s}={kind:"manual"}){const claim=n=>[{event:n,commits:t,refs:[e]}]
const o=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(o!==undefined)return claim({kind:"merge_group",base:o})
const[,i,a]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(a===undefined)return[]
if(i==="heads")return claim({kind:n,branch:a})
const c=branchOf(s)
return claim({kind:"tag",tag:a,...(0,r.s)({base:c})})}const branchOf=e=>(0,i.E3)(e)?.replace("refs/heads/","")
function pull(e,t,n){const s=readFields(e.pull_request)
const[o,a]=[readFields(s.head),readFields(s.base)]
const c=typeof s.number==="number"?s.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1])
const d=Number.isSafeInteger(c)?c:undefined
const u=(0,i.E3)(o.sha)
const f={kind:"pull_request",...(0,r.s)({number:d}),head:(0,i.E3)(o.ref)??"",base:(0,i.E3)(a.ref)??"",fork:o.repo==null||(0,i.E3)(readFields(o.repo).full_name)!==(0,i.E3)(readFields(a.repo).full_name),...(0,r.s)({headRevision:u})}
return[{event:f,commits:unique(u,(0,i.E3)(s.merge_commit_sha),n),refs:pullRefs(d)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:t,pull_request:n}=readFields(e.issue)
if(typeof t!=="number"||n==null)return[]
const s={kind:"pull_request",number:t,head:"",base:"",fork:true}
return[{event:s,commits:[],refs:pullRefs(t)}]}function workflowRun(e,{GITHUB_REF:t="",GITHUB_SHA:n}){const s=readFields(e.workflow_run)
const r=readFields(e.repository)
const[o,d,u]=[(0,i.E3)(s.event)??"",(0,i.E3)(s.head_branch),(0,i.E3)(s.head_sha)]
const f=`\`workflow_run\`, after \`${o}\`,`
const l=(0,i.E3)(readFields(s.head_repository).full_name)
const p=l===undefined||l!==(0,i.E3)(r.full_name)
if(p||o.startsWith("pull_request"))return infoOf(f,[pullOfRun(s,p)],h)
if(d===undefined)return infoOf(f,[],h)
const m=d===(0,i.E3)(r.default_branch)
const g=["push","schedule","merge_group","workflow_run",...c,...a].includes(o)
const y=o==="push"?"push":"manual"
const w=d.startsWith("gh-readonly-queue/")
const b=g&&(m||w)?unique(u,t===`refs/heads/${d}`?n:undefined):[]
const $=m||w?[]:atRef(`refs/tags/${d}`,[])
return infoOf(f,[...atRef(`refs/heads/${d}`,b,{kind:y}),...$],h)}function pullOfRun(e,t){const n=(0,i.E3)(e.head_sha)
const s=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(readFields)
const o=s.filter(({head:e})=>n!==undefined&&readFields(e).sha===n)
const[a]=o.length===1?o:[]
const c=typeof a?.number==="number"?a.number:undefined
const d={...{kind:"pull_request",...(0,r.s)({number:c})},...{head:(0,i.E3)(e.head_branch)??"",base:(0,i.E3)(readFields(a?.base).ref)??"",fork:t},...(0,r.s)({headRevision:n})}
return{event:d,commits:unique(n),refs:pullRefs(c)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const unique=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const readFields=e=>(0,i.Ag)(e)??{}
const p=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,s.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,readFields(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file of GITHUB_EVENT_PATH is not JSON: ${t}`,why:e.message,fix:"use GitHub's runner, or unset GITHUB_ACTIONS and give `--event` and `--revision`"},{cause:e})}}function readRun(e,t){const n=readFields(t.repository)
const s=readGitHubEvent(e,t)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const a=(0,i.E3)(n.default_branch)
const c=(0,i.E3)(n.html_url)??(e.GITHUB_REPOSITORY?`${o}/${e.GITHUB_REPOSITORY}`:undefined)
const d=e.GITHUB_REPOSITORY_ID??(typeof n.id==="number"?String(n.id):undefined)
const u=d&&`${URL.parse(o)?.host}/${d}`
const f=(0,i.E3)(n.name)
const l=(0,i.E3)(n.description)
const h=(0,i.E3)(readFields(n.license).spdx_id)
const m=s.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...s,fromFork:m,readOnly:m&&p.includes(e.GITHUB_EVENT_NAME??""),repository:(0,r.s)({defaultBranch:a,url:c,repositoryId:u,title:f,description:l,licenses:h})}}function runUrl(e){const{GITHUB_SERVER_URL:t,GITHUB_REPOSITORY:n,GITHUB_RUN_ID:s}=e
return t&&n&&s?`${t}/${n}/actions/runs/${s}`:undefined}function runLink(e){const t=Number(e.GITHUB_RUN_ATTEMPT??1)
return(0,r.s)({url:runUrl(e),attempt:t>1?t:undefined})}}),64569:((e,t,n)=>{n.d(t,{U9:()=>isLoopback,Yp:()=>failedProxy,fb:()=>openHttp})
var s=n(32270)
var r=n(39893)
function openHttp(e,t=s.m){const n=new Map
const agentFor=({protocol:t,hostname:s})=>{const r=t+s
const o=n.get(r)
if(o!==undefined)return o
const i=isLoopback(s)
const a=`${t} ${i?"local":"remote"}`
const c=n.get(a)??open(t,i?{}:e)
n.set(a,c).set(r,c)
return c}
return async e=>{const{request:n,agent:s}=await agentFor(e.url)
try{return await sendOnce(n,s,e,t)}catch(r){const o=e.body===undefined||e.body instanceof Uint8Array
if(r.stale&&o)return sendOnce(n,s,e,t)
throw r}}}async function open(e,t){const s=e==="https:"?await Promise.resolve().then(n.t.bind(n,44708,19)):await Promise.resolve().then(n.t.bind(n,37067,19))
const r={...t}
return{request:s.request,agent:new s.Agent({keepAlive:true,maxFreeSockets:32,proxyEnv:r})}}function failedProxy(e,t,n){const s=t.protocol==="https:"?"HTTPS_PROXY":"HTTP_PROXY"
const r=n[s.toLowerCase()]?s.toLowerCase():s
const o=URL.parse(n[r]??"")
if(o===null||isLoopback(t.hostname))return undefined
const{code:i,hostname:a,port:c}=e
const d=i==="ERR_PROXY_TUNNEL"||a===o.hostname||`${c}`===o.port
return d?{address:o.origin,variable:r}:undefined}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(e)}function sendOnce(e,t,n,s){const{method:o,url:i,headers:a,body:c,signal:d,idleMs:u,remainingMs:f,maxBytes:l}=n
return new Promise((h,p)=>{const m=c===undefined&&o!=="PUT"&&o!=="POST"?undefined:c?.length??0
const g=e(i,{method:o,agent:t,headers:{...a,...(0,r.s)({"content-length":m})}})
stopWith(d,g)
const schedule=e=>s.after(e>1e4?Math.ceil(e/1e3)*1e3:Math.max(1,e),check)
const check=()=>{const e=f()
if(e>0)y=schedule(e)
else g.destroy(failure("the deadline was exceeded","DEADLINE"))}
let y=schedule(f())
g.on("close",()=>y())
g.setTimeout(u,()=>g.destroy(failure(`no response for ${u/1e3} s`,"ETIMEDOUT")))
let w
const fail=e=>p(w===undefined?e:Object.assign(e,{received:w}))
g.on("error",e=>fail(g.reusedSocket&&e.code==="ECONNRESET"?Object.assign(e,{stale:true}):e))
g.on("response",e=>{const t=e.statusCode??0
if(n.stream&&t>=200&&t<300)return h({status:t,headers:joinHeaders(e.headers),body:new Uint8Array,stream:e})
const s=[]
w=0
e.on("data",t=>{w=(w??0)+t.length
if(w>l)e.destroy(failure(`the response is longer than ${l} bytes`,"TOO_LARGE"))
else s.push(t)})
e.on("error",fail)
e.on("end",()=>h({status:t,headers:joinHeaders(e.headers),body:Buffer.concat(s)}))})
if(c===undefined||c instanceof Uint8Array)g.end(c)
else c.open().then(e=>{e.on("error",e=>g.destroy(e))
g.on("close",()=>e.destroy())
e.pipe(g)},e=>g.destroy(e))})}const o=new WeakMap
function stopWith(e,t){const stop=e=>e.destroy(failure("aborted","ABORT_ERR"))
if(e.aborted)stop(t)
const n=o.get(e)??new Set
if(!o.has(e)){o.set(e,n)
e.addEventListener("abort",()=>n.forEach(stop),{once:true})}n.add(t)
t.on("close",()=>n.delete(t))}function joinHeaders(e){const t={}
for(const n in e){const s=e[n]
t[n]=Array.isArray(s)?s.join(", "):s}return t}function failure(e,t){return Object.assign(new Error(e),{code:t})}}),71869:((e,t,n)=>{n.d(t,{gl:()=>RegistryError,d8:()=>dockerCredentials,Me:()=>openRegistry,NB:()=>platformManifest,ph:()=>readMirrors,br:()=>readTokenHosts,On:()=>requireTrustedRealm})
var s=n(70370)
var r=n(11886)
var o=n(27381)
var i=n(32270)
var a=n(85465)
var c=n(46226)
var d=n(22413)
var u=n(64569)
var f=n(77598)
var l=n(57075)
var h=n(30902)
var p=n(10976)
var m=n(39893)
var g=n(16496)
var y=n(68261)
class RegistryError extends a.yo{code
status
registryCode
constructor(e,t={},n){super(e,n)
this.code=e.code
this.status=t.status
this.registryCode=t.registryCode}}function unreachable({host:e,call:t},n,{tries:s,proxy:r}){const o=n?.code
const i=n instanceof Error&&n.message!==""?n.message:String(o??n)
const a=r===undefined?"":` (proxy ${r.address} from ${r.variable})`
return new RegistryError({code:"registry/unreachable",message:`cannot reach the registry ${e}: ${t}`,why:`${i}${a}${s>1?` (${s} tries)`:""}`,fix:r?`check ${r.variable}, or add ${e} to NO_PROXY`:w[String(o)]?.(e)??`check that ${e} is right and that this machine can reach it`},{},{cause:n})}const w={ENOTFOUND:e=>`check the name ${e}, which DNS does not know, and the network of this machine`,EAI_AGAIN:()=>"check the network of this machine: its DNS server does not respond",ECONNREFUSED:e=>`check the port: nothing listens at ${e}`,SELF_SIGNED_CERT_IN_CHAIN:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",UNABLE_TO_VERIFY_LEAF_SIGNATURE:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",DEPTH_ZERO_SELF_SIGNED_CERT:()=>"name the certificate of the registry in NODE_EXTRA_CA_CERTS"}
function outOfTime(e,t={}){const[n]=e.problems
if(n===undefined||t.why===undefined)return e
const s=t.fix===undefined?`${n.why}; ${t.why}`:t.why
const{status:r,registryCode:o}=e
return new RegistryError({...n,...t,why:s},(0,m.s)({status:r,registryCode:o}),{cause:e})}function denied({host:e,repository:t="",call:n},{status:s,detail:r},o){const i=`docker login${e==="docker.io"?"":` ${e}`}`
const a=e==="ghcr.io"?`log in (${i}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`:`log in (${i}) with an account that has permission`
const c=(0,p.tT)({host:e,repository:t},r,o?"used":"unknown")
return new RegistryError({code:"registry/denied",message:`${e} denied: ${n}`,why:`${s}${r} (${o?"with the credentials of Docker's config":"without credentials"})`,fix:c??(o?`${a}, and check the name of the repository`:a)},{status:s})}function unavailable({host:e,call:t},n,s){const{status:r,detail:o}=n
const i=r===429||r===403
return new RegistryError({code:i?"registry/rate-limited":"registry/unavailable",message:`${e} ${i?"limits the rate of requests":"is failing"}: ${t}`,why:`${r}${o}, ${s===1?"one try":`${s} tries`}`,fix:i?`log in (docker login ${e}), use a mirror, or try again later`:"try again later"},n)}function refused({host:e,repository:t,call:n},s){const r=`${s.status}${s.detail}`
const o=t===undefined?undefined:(0,p.tT)({host:e,repository:t},r,"unknown")
const i={code:"registry/refused",message:`${e} rejected: ${n}`,why:r,...(0,m.s)({fix:o})}
return new RegistryError(i,s)}function invalidResponse({host:e,call:t},n){return new RegistryError({code:"registry/mismatch",message:`invalid response of ${e}: ${t}`,why:n})}async function retryInvalid(e){const t=new c.nO(c.HK.wrongAnswer)
for(let n=1;;n++){try{return await e()}catch(e){if(!(e instanceof RegistryError)||e.code!=="registry/mismatch")throw e
if(await t.wait())continue
const[s]=e.problems
if(s?.why===undefined)throw e
throw new RegistryError({...s,why:`${s.why} (${n} tries)`},{},{cause:e})}}}function truncated({host:e,call:t},n,s){return new RegistryError({code:"registry/truncated",message:`incomplete response of ${e}: ${t}`,why:`it ends after ${n} bytes${s>1?` (${s} tries)`:""}`,fix:"check for a proxy that cuts connections, or try again later"})}function notFound({host:e,call:t},n){const s={code:"registry/not-found",message:`not found: ${t} at ${e}`,fix:n}
return new RegistryError(s,{status:404})}function readErrorResponse(e,t){const n=(0,g.Ag)((0,g.qF)(t.subarray(0,16384)))?.errors
const s=Array.isArray(n)?(0,g.Ag)(n[0]):undefined
const r=(0,g.E3)(s?.code)
const o=(0,y.g$)([r,(0,g.E3)(s?.message)].filter(Boolean).join(": ")).slice(0,300)
return{status:e,detail:o===""?"":` ${o}`,...(0,m.s)({registryCode:r})}}const b=new Set([408,429,499,500,502,503,504,522])
const $=new Set(["ECONNRESET","ECONNABORTED","EPIPE","ETIMEDOUT","EAI_AGAIN"])
const isTransientStatus=e=>b.has(e)
const isTransientError=e=>$.has(e?.code)
function readRetryAfter(e,t){if(e===undefined)return undefined
const n=e.trim()
if(/^\d+$/.test(n))return Number(n)*1e3
const s=Date.parse(n)
const r=Date.parse(t??"")
return Number.isNaN(s)||Number.isNaN(r)?undefined:Math.max(0,s-r)}const k=36e5
function getBlob(e,t,n,s){return retryInvalid(()=>requestBlob(e,t,n,s))}async function requestBlob(e,t,n,s){const r={host:t.host,repository:t.repository,push:false}
const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const{status:i,body:a}=await e({scope:r,method:"GET",path:`blobs/${n}`,maxBytes:s})
if(i===404)throw notFound(o,"build and push the image again")
const c=(0,h.FP)(n,a)
if(c!==n)throw invalidResponse(o,`the content has digest ${c}`)
return a}async function hasBlob(e,{host:t,repository:n,push:s},r){const{status:o}=await e({scope:{host:t,repository:n,push:s},method:"HEAD",path:`blobs/${r}`})
return o!==404}async function putBlob(e,t,n){const s=(0,h.sc)(n)
const upload=async()=>finish(e,t,{location:await begin(e,t),digest:s,body:n})
await uploadUntilPresent(e,t,s,upload)
return{mediaType:"application/octet-stream",digest:s,size:n.length}}async function copyBlob(e,t,n,{digest:s,size:r,onChunk:o}){let i="present"
await uploadUntilPresent(e,n,s,async()=>{const a=t.host===n.host?await mount(e,t,n,s):await begin(e,n)
i=a==="mounted"?a:"streamed"
if(a==="mounted")return
const c={length:r,open:()=>download(e,t,s,o)}
await finish(e,n,{location:a,digest:s,body:c,noRetry:true,deadlineMs:k})})
return i}async function uploadUntilPresent(e,t,n,s){const r=new c.nO(c.HK.blob)
for(;;){if(await hasBlob(e,{...t,push:true},n))return
try{return await s()}catch(e){if(!canRestartUpload(e)||!await r.wait())throw e}}}function canRestartUpload(e){if(!(e instanceof RegistryError))return false
const{code:t,status:n,registryCode:s=""}=e
if(n===404||n===416)return true
if(/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(s))return true
return["registry/unreachable","registry/unavailable","registry/rate-limited"].includes(t)}async function begin(e,{host:t,repository:n}){const s={host:t,repository:n,push:true}
return uploadLocation(await e({scope:s,method:"POST",path:"blobs/uploads/"}),{host:t,repository:n})}async function checkPush(e,t){const n=await begin(e,t)
const{host:s,repository:r}=t
await e({scope:{host:s,repository:r,push:true},method:"DELETE",path:n,noRetry:true}).catch(()=>{})}async function mount(e,t,n,s){const{host:r,repository:o}=n
const i={host:r,repository:o,push:true,from:t.repository}
const a=`blobs/uploads/?mount=${encodeURIComponent(s)}&from=${encodeURIComponent(t.repository)}`
const c=await e({scope:i,method:"POST",path:a}).catch(e=>{if(e instanceof RegistryError&&(e.code==="registry/refused"||e.code==="registry/denied"))return undefined
throw e})
if(c===undefined||c.status===404)return begin(e,n)
return c.status===201?"mounted":uploadLocation(c,n)}function uploadLocation({status:e,headers:t,body:n},{host:s,repository:r}){const o={host:s,repository:r,call:`POST blobs/uploads/ of ${r}`}
if(e===404)throw refused(o,readErrorResponse(404,n))
if(t.location===undefined)throw invalidResponse(o,"the response has no upload location")
return t.location}async function finish(e,{host:t,repository:n},{location:s,digest:r,...o}){const i={host:t,repository:n,push:true}
const a=`${s}${s.includes("?")?"&":"?"}digest=${encodeURIComponent(r)}`
const{status:c,body:d}=await e({scope:i,method:"PUT",path:a,contentType:"application/octet-stream",...o})
if(c===404)throw refused({host:t,repository:n,call:`PUT upload of ${n}`},readErrorResponse(404,d))}async function readBlob(e,t,{digest:n,size:s},r){const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const i=new c.nO(c.HK.blob)
for(let a=1;;a++){const c=await download(e,t,n)
const d=r()
let u=0
try{for await(const e of c){u+=e.length
if(u>s)throw invalidResponse(o,`it sends more than the ${s} bytes in the manifest`)
const t=d.take(e)
if(t!==undefined)await t}return await d.end()}catch(e){d.cancel()
if(!isTransientError(e))throw e
if(!await i.wait())throw unreachable(o,e,{tries:a})}finally{c.destroy()}}}async function download(e,{host:t,repository:n},s,r){const o={host:t,call:`GET blobs/${s} of ${n}`}
const i={host:t,repository:n,push:false}
const a=`blobs/${s}`
const{status:c,stream:d}=await e({scope:i,method:"GET",path:a,stream:true,deadlineMs:k})
if(c===404||d===undefined)throw notFound(o,"build and push the image again")
const u=s.startsWith("sha512:")?"sha512":"sha256"
const h=(0,f.createHash)(u)
const p=new l.Transform({transform(e,t,n){h.update(e)
r?.(e.length)
n(undefined,e)},flush(e){const t=`${u}:${h.digest("hex")}`
e(t===s?undefined:invalidResponse(o,`the content has digest ${t}`))}})
d.on("error",e=>p.destroy(e))
p.on("close",()=>d.destroy())
return d.pipe(p)}const E="registry-token-hosts"
async function isTrustedRealm(e,t,s){const r=new URL(`https://${e}`).hostname
const{hostname:o}=t
if(o===r||s.has(t.host))return true
if((0,u.U9)(r)&&(0,u.U9)(o))return true
const{getDomain:i}=await n.e(935).then(n.t.bind(n,20935,19))
const domainOf=e=>i(e,{allowPrivateDomains:true})
const a=domainOf(r)
return a!==null&&domainOf(o)===a}function untrustedRealm(e,t){return new RegistryError({code:"registry/token-host",message:`${e} names a token server on another domain: ${(0,y.g$)(t.origin+t.pathname).slice(0,200)}`,why:`${t.hostname} is neither ${e} nor a host of its domain, so the login was not sent there`,fix:`if ${t.hostname} is the token server of ${e}, name it: \`${E}: ${t.host}\`; else log out of ${e}`})}function readTokenHosts(e){const t=e.map(e=>({text:e,host:URL.parse(`https://${e}`)?.host}))
const n=t.filter(({text:e,host:t})=>t!==e.toLowerCase())
if(n.length>0)throw new a.yo(n.map(({text:e})=>({code:"options/value",message:`${E}: ${JSON.stringify(e.slice(0,100))} is not a host`,fix:"write the name, and the port unless it is 443: `auth.example.com` or `auth.example.com:8443`"})))
return new Set(t.flatMap(({host:e})=>e??[]))}function readChallenge(e){const t=e??""
const n=/(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(t)?.[1]
if(n!==undefined){const e=new Map
for(const[,t,s,r]of n.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)){const n=t?.toLowerCase()??""
if(!e.has(n))e.set(n,s?.replace(/\\(.)/g,"$1")??r??"")}const t=e.get("realm")??""
const s=e.get("service")||undefined
const r=e.get("scope")||undefined
if(URL.canParse(t))return{kind:"bearer",realm:new URL(t),...(0,m.s)({service:s,scope:r})}}return/(?:^|,\s*)Basic(?:\s|$|,)/i.test(t)?{kind:"basic"}:undefined}class TokenStore{#e
#t
#n
#s=new Map
#r=new Map
constructor(e,t,n){this.#e=e
this.#t=t
this.#n=n}challengeOf(e){return this.#s.get(e)}rememberChallenge(e,t){const{scope:n,...s}={scope:undefined,...t}
this.#s.set(e,s)}async get(e,t,n){const s=keyOf(e)
const r=this.#r.get(s)
if(r!==undefined&&this.#n()<r.expires)return r.login
const o=this.#o(e,t,n)
const i={login:o,expires:Number.POSITIVE_INFINITY}
this.#r.set(s,i)
o.then(({lifeMs:e=Number.POSITIVE_INFINITY})=>{i.expires=this.#n()+e},()=>{if(this.#r.get(s)===i)this.#r.delete(s)})
return o}async discard(e,t){const n=keyOf(e)
const s=this.#r.get(n)
if(s&&(await s.login).header===t&&this.#r.get(n)===s)this.#r.delete(n)}async#o(e,t,n){const s=await this.#e(e.host)
const r=s!==undefined
if(t.kind==="basic")return{header:s?.kind==="password"?basic(s):undefined,usesCredentials:r}
if(r&&!await isTrustedRealm(e.host,t.realm,this.#t))throw untrustedRealm(e.host,t.realm)
const o=t.scope??`repository:${e.repository}:${e.push?"pull,push":"pull"}`
const i=e.from===undefined?o:`${o} repository:${e.from}:pull`
const{status:a,body:c}=await n(...tokenRequest(t,i,s))
const d=a===200?(0,g.Ag)((0,g.qF)(c)):undefined
const u=(0,g.E3)(d?.token)??(0,g.E3)(d?.access_token)
if(u===undefined){const e=a===401||a===403?readErrorResponse(a,c):undefined
return{header:undefined,usesCredentials:r,...(0,m.s)({refusal:e})}}const f=typeof d?.expires_in==="number"&&d.expires_in>0?d.expires_in:60
return{header:`Bearer ${u}`,usesCredentials:r,lifeMs:Math.max(f-10,f/2)*1e3}}}function keyOf({host:e,repository:t,push:n,from:s=""}){return`${e} ${t} ${n} ${s}`}function basic({username:e,password:t}){return`Basic ${Buffer.from(`${e}:${t}`).toString("base64")}`}function tokenRequest({realm:e,service:t},n,s){if(s?.kind==="identity"){const r=new URLSearchParams({grant_type:"refresh_token",client_id:"lucid",scope:n})
r.set("refresh_token",s.token)
if(t)r.set("service",t)
return[e,{"content-type":"application/x-www-form-urlencoded"},r.toString()]}const r=new URL(e)
if(t)r.searchParams.set("service",t)
for(const e of n.split(" "))r.searchParams.append("scope",e)
return[r,s?{authorization:basic(s)}:{}]}var v=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var T=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function openClient(e){const{insecure:t,tokens:n,waits:s}=e
const r=new Set
const o=new Map
return async i=>{const a={stack:[],error:void 0,hasError:false}
try{const{scope:c,method:d,body:f}=i
const{host:l,repository:h}=c
const p={host:l,repository:h,call:callName(i)}
const g=timeFor(i,e)
const y=isStream(f)?undefined:p.call
const w=v(a,s.begin(l,y,g.giveUp),false)
const b=o.get(l)??baseUrl(l,t)
o.set(l,b)
const isAllowed=e=>e.protocol==="https:"||b.protocol==="http:"&&((0,u.U9)(e.hostname)||t.has(e.host))
const $=`${l} ${h}`
const k=d==="PUT"||d==="POST"
const send=t=>sendWithRetries(e,{...p,time:g,wait:w},{...t,limit403:k&&r.has($)})
const requestToken=async(e,t,n)=>{if(!isAllowed(e))throw invalidResponse(p,`its token endpoint ${e.origin} is not https`)
const s={url:e,headers:t,maxBytes:1<<20}
const r=n===undefined?undefined:(new TextEncoder).encode(n)
const o=await send({...s,method:r===undefined?"GET":"POST",...(0,m.s)({body:r})})
const{location:i}=o.headers
if(o.status<300||o.status>=400||i===undefined)return o
const a=URL.parse(i,e)?.origin??"no address"
throw invalidResponse(p,`its token endpoint ${e.origin} redirects to ${a}, which is not followed`)}
const logIn=async e=>{if(y!==undefined)w.update(`${y}: logging in`,g.giveUp)
const t=await n.get(c,e,requestToken)
if(y!==undefined)w.update(y,g.giveUp)
return t}
const request=e=>sendToStorage({send:send,call:i,base:b,authorization:e?.header,isAllowed:isAllowed,name:p})
const E=n.challengeOf(l)
let T=E&&await logIn(E)
let _=await request(T)
for(let e=0;_.status===401&&e<2;e++){const e=readChallenge(_.headers["www-authenticate"])
if(e===undefined)break
const t=T?.header
n.rememberChallenge(l,e)
if(t!==undefined)await n.discard(c,t)
T=await logIn(e)
if(T.header===undefined||T.header===t)break
_=await request(T)}const{status:R}=_
const x=R>=200&&R<300
if(k&&x)r.add($)
if(x||R===404||i.isOptional)return _
const O=readErrorResponse(R,_.body)
if(R===401||R===403)throw denied(p,T?.refusal??O,T?.usesCredentials??false)
throw refused(p,O)}catch(e){a.error=e
a.hasError=true}finally{T(a)}}}const isStream=e=>e!==undefined&&!(e instanceof Uint8Array)
async function sendToStorage({send:e,call:t,base:n,isAllowed:s,name:r,...o}){const{method:i,accept:a,contentType:c,ifMatch:d,body:u,stream:f,noRetry:l,digestHolds:h,isOptional:p,maxBytes:g=4<<20}=t
let y
let w=new URL(`/v2/${t.scope.repository}/`,n)
let b=t.path
for(let t=0;t<=5;t++){const t=URL.parse(b,w)
if(t===null||!s(t)){if(p&&y!==undefined)return y
throw invalidResponse(r,`it redirects to ${t?.origin??"no address"}`)}const $=t.origin===n.origin?o.authorization:undefined
const k={"user-agent":"lucid-build-action",...(0,m.s)({accept:a,"content-type":c,"if-match":d,authorization:$})}
const E=(0,m.s)({body:u,stream:f,noRetry:l,digestHolds:h})
const v={method:i,url:t,headers:k,maxBytes:g,...E}
let T
if(p&&y!==undefined&&t.origin!==n.origin){const t=await e({...v,noRetry:true}).catch(()=>undefined)
if(t===undefined||t.status>=400)return y
T=t}else T=await e(v)
const{location:_}=T.headers
if(T.status<300||T.status>=400||_===undefined)return T
y=T;[w,b]=[t,_]}if(p&&y!==undefined)return y
throw invalidResponse(r,"it redirects more than five times")}function timeFor(e,{clock:t,limit:n,deadlineMs:s}){const r=t.now()
const o=r+(e.deadlineMs??s)
const deadline=()=>Math.min(o,n.deadlineFor(r))
const i={get until(){return deadline()},next:"give up"}
return{began:r,deadline:deadline,giveUp:i}}async function sendWithRetries(e,{time:t,wait:n,...s},r){const{http:o,retry:a,signal:d,concurrency:f,rateLimiter:l,idleMs:h,random:p,limit:m,clock:g}=e
const remainingMs=()=>t.deadline()-g.now()
const pauseFor=async(e,r)=>{if(e<=0)return
n.update(`${s.call}: ${r}`,{until:g.now()+e,next:"retry"})
await(0,i.y)(e,d,g)
n.update(`${s.call}: ${r}; retrying`,t.giveUp)}
const y=r.noRetry?1:a.tries??Number.POSITIVE_INFINITY
const w=r.stream||isStream(r.body)
const sendOnce=()=>o({...r,signal:d,idleMs:h,remainingMs:remainingMs})
const send=()=>w?sendOnce():f(sendOnce)
const b=r.method==="PUT"||r.method==="POST"
for(let n=1;;n++){let o=y-n
await pauseFor(Math.min(l.remainingPause(s.host,p()),remainingMs()),"too many requests")
d.throwIfAborted()
let i
let f
try{const e=await(b?l.write(s.host,send):send())
const{status:t,headers:o,body:d}=e
const u=t===429||isLimit(e)||r.limit403&&t===403&&n<3
const h=r.digestHolds&&n<4&&isDigestInvalid(e)
if(!isTransientStatus(t)&&!u&&!h){m.recordSuccess()
return e}i=readRetryAfter(o["retry-after"],o.date)
f=unavailable(s,readErrorResponse(t,d),n)
if(u)l.pauseHost(s.host,(0,c.a2)(a,n,p(),i))}catch(i){d.throwIfAborted()
if(i instanceof RegistryError)throw i
const{code:a,message:l}=i
if(a==="TOO_LARGE")throw invalidResponse(s,l)
const h=a==="DEADLINE"||a==="ETIMEDOUT"
const{received:p}=h?{}:i
if(p!==undefined)o=Math.min(o,c.HK.truncatedAnswer.tries-n)
f=p===undefined?unreachable(s,i,{tries:n,proxy:(0,u.Yp)(i,r.url,e.env)}):truncated(s,p,n)
if(a==="DEADLINE")throw outOfTime(f,m.expiry(t.began))
if(!isTransientError(i))throw f}const h=(0,c.a2)(a,n,p(),i)
if(o<=0)throw f
const g=m.isSet?Math.max(h,i??0):h
const w=remainingMs()
if(g>=w)throw outOfTime(f,{why:`the next try would be in ${seconds(g)}, but only ${seconds(w)} are left`})
await pauseFor(h,f.problems[0]?.why??"failed")}}function isLimit({status:e,headers:t,body:n}){if(e!==403)return false
const text=()=>(new TextDecoder).decode(n.subarray(0,16384))
return t["retry-after"]!==undefined||/rate.?limit|too many requests|toomanyrequests/i.test(text())}const seconds=e=>`${Math.max(0,Math.round(e/1e3))} s`
function isDigestInvalid({status:e,body:t}){return e===400&&readErrorResponse(e,t).registryCode==="DIGEST_INVALID"}function callName({method:e,path:t,scope:n}){return`${e} ${/^(?:\/|https?:)/.test(t)?"upload":t.split("?")[0]} of ${n.repository}`}function baseUrl(e,t){const n=e==="docker.io"?"registry-1.docker.io":e
const s=new URL(`https://${n}`)
return(0,u.U9)(s.hostname)||t.has(e)?new URL(`http://${n}`):s}var _=n(51455)
var R=n(76760)
var x=n(11939)
const anonymous=async()=>undefined
function dockerCredentials(e){const t=(0,x.P)(e.env)
let n
return async s=>{n??=readConfig(R.join(t,"config.json"))
const r=await n
const o=(0,g.Ag)(r.credHelpers)
const i=(0,g.E3)(o?.[serverName(s)])??(0,g.E3)(o?.[s])??(0,g.E3)(r.credsStore)
const a=fromAuths((0,g.Ag)(r.auths),s)
if(i===undefined)return a
return await callHelper(e,i,s)??a}}async function readConfig(e){const t="fix the file, or remove it and run docker login again"
let n
try{n=await(0,_.readFile)(e,"utf8")}catch(t){if(t.code==="ENOENT")return{}
const n=t.message
throw new a.yo({code:"registry/docker-config",message:"cannot read Docker's config",why:n,at:{file:e}})}const s=(0,g.Ag)((0,g.qF)(n))
if(s)return s
const r="Docker's config is not a JSON object"
throw new a.yo({code:"registry/docker-config",message:r,fix:t,at:{file:e}})}const O="https://index.docker.io/v1/"
function serverName(e){return e==="docker.io"?O:e}function fromAuths(e,t){const hostOf=e=>e.replace(/^https?:\/\//,"").split("/")[0]??""
const n=t==="docker.io"?["index.docker.io","docker.io","registry-1.docker.io"]:[t]
const s=Object.keys(e??{})
const r=s.find(e=>e===serverName(t))??s.find(e=>n.includes(hostOf(e)))
const o=r===undefined?undefined:(0,g.Ag)(e?.[r])
const i=(0,g.E3)(o?.identitytoken)
if(i!==undefined)return{kind:"identity",token:i}
const a=Buffer.from((0,g.E3)(o?.auth)??"","base64").toString()
const c=a.indexOf(":")
const d=c>0?a.slice(0,c):(0,g.E3)(o?.username)
const u=c>0?a.slice(c+1).replace(/(?<!\0)\0+$/,""):(0,g.E3)(o?.password)
return d&&u?{kind:"password",username:d,password:u}:undefined}async function callHelper({exec:e,signal:t,helperMs:n=6e4},s,r){const o=`docker-credential-${s}`
const failure=(e,t)=>{const n=`Docker's credential helper failed for ${r}`
const s=`install ${o}, or remove it from Docker's config.json`
return new a.yo({code:"registry/credential-helper",message:n,why:e,fix:s},{cause:t})}
if(!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(s))throw failure(`invalid helper name ${JSON.stringify(s)}`)
const i=AbortSignal.timeout(n)
const c=t===undefined?i:AbortSignal.any([t,i])
const d={input:serverName(r),signal:c,graceMs:1e3}
const{exitCode:u,stdout:f}=await e([o,"get"],d).catch(e=>{throw failure(`cannot run ${o}`,e)})
t?.throwIfAborted()
if(i.aborted)throw failure(`${o} did not respond within ${n/1e3} s`)
if(u!==0){if(/credentials not found|not found in native keychain/i.test(f))return undefined
throw failure(`${o} exited with ${u}`)}const l=(0,g.qF)(f)
if(l===undefined)throw failure(`${o} did not print JSON`)
const h=(0,g.E3)((0,g.Ag)(l)?.Username)
const p=(0,g.E3)((0,g.Ag)(l)?.Secret)
if(h===undefined||p===undefined)return undefined
return h==="<token>"?{kind:"identity",token:p}:{kind:"password",username:h,password:p}}var A=n(26100)
var I=n(9488)
var M=n(37521)
function headManifest(e,t){return retryInvalid(()=>requestHead(e,t))}async function requestHead(e,t){const{host:n,repository:s}=t
const o=`manifests/${(0,r.Z9)(t)}`
const i={host:n,repository:s,push:false}
const{status:a,headers:c}=await e({scope:i,method:"HEAD",path:o,accept:h.My})
if(a===404)return undefined
const d=c["docker-content-digest"]
const u=c["content-type"]?.split(";")[0]?.trim()
const f=Number(c["content-length"])
if(d===undefined||!(0,r.Bc)(d)||!u||!Number.isInteger(f))return(await requestManifest(e,t))?.descriptor
if(t.digest!==undefined&&t.digest!==d)throw invalidResponse({host:n,call:`HEAD ${o} of ${s}`},`the response has ${d}`)
return{mediaType:u,digest:d,size:f}}function getManifest(e,t){return retryInvalid(()=>requestManifest(e,t))}async function requestManifest(e,t){const{host:n,repository:s}=t
const o=`manifests/${(0,r.Z9)(t)}`
const i={host:n,call:`GET ${o} of ${s}`}
const a={host:n,repository:s,push:false}
const{status:c,headers:d,body:u}=await e({scope:a,method:"GET",path:o,accept:h.My})
if(c===404)return undefined
const f=d["docker-content-digest"]
const l=(0,h.FP)(f,u)
const p=t.digest===undefined||t.digest===l?l:(0,h.FP)(t.digest,u)
if(f!==undefined&&f!==l)throw invalidResponse(i,`its header has ${f}, but the content is ${l}`)
if(t.digest!==undefined&&t.digest!==p)throw invalidResponse(i,`the content has digest ${p}`)
const refuse=e=>{throw invalidResponse(i,`the content is not an image: ${e}`)}
const y=(0,M.Y)(u,refuse)
let w
try{w=(0,h.WI)(y)}catch(e){return refuse(e.message)}const b=d["content-type"]?.split(";")[0]?.trim()
const $=w.kind==="index"?h.Ib.index:h.Ib.manifest
const k=(0,g.E3)((0,g.Ag)(y)?.mediaType)
const E=k??(b?.includes("+json")?b:$)
if((0,h.gW)(b,E))refuse(`its header has the type ${b}, the content ${E}`)
const{etag:v}=d
return{descriptor:{mediaType:E,digest:p,size:u.length},bytes:u,json:y,content:w,...(0,m.s)({etag:v})}}async function putManifest(e,t,n,s){return(await uploadManifest(e,t,n,{mediaType:s})).descriptor}async function uploadManifest(e,t,n,{mediaType:s,...o}){const{host:i,repository:a}=t
const c=`manifests/${t.tag??(0,r.Z9)(t)}`
const d={host:i,repository:a,call:`PUT ${c} of ${a}`}
const u={host:i,repository:a,push:true}
const f=(0,h.FP)(t.digest,n)
const l=t.digest===undefined||t.digest===f
const p={scope:u,method:"PUT",path:c,contentType:s,body:n,...o}
const{status:m,headers:g,body:y}=await e({...p,...l&&{digestHolds:l}})
if(m===404)throw refused(d,readErrorResponse(m,y))
const w=g["docker-content-digest"]??f
if(w!==f&&w!==(0,h.FP)(w,n))throw invalidResponse(d,`it stored ${w} instead of ${f}`)
return{descriptor:{mediaType:s,digest:f,size:n.length},subject:g["oci-subject"]}}async function resolveImage(e,t,n,s){const{host:o,repository:i}=n
const a=s===undefined?await headManifest(e,n):await getManifest(e,n)
if(a===undefined)throw notFound({host:o,call:(0,r.FH)(n)},`check the name and tag of ${t}`)
const{digest:c}="descriptor"in a?a.descriptor:a
const d=(0,r.FH)({host:o,repository:i,digest:c})
if(s===undefined||!("descriptor"in a))return{pinned:d,digest:c}
if(a.content.kind==="image")return{pinned:d,digest:c,platformDigest:c}
const u=platformManifest(a.content.manifests,s)
if(u===undefined)throw noPlatform((0,r.FH)(n),a.content.manifests,s)
return{pinned:d,digest:c,platformDigest:u.digest}}async function readImageFacts(e,t,n,s){const o=(0,r.F2)(n)
const{host:i,repository:a}=o
const c=await t.manifest(e,o)
if(c===undefined)return undefined
let d=c
let u
if(c.content.kind==="index"){const r=platformManifest(c.content.manifests,s)
if(r===undefined)throw noPlatform(n,c.content.manifests,s)
const o=await t.manifest(e,{host:i,repository:a,digest:r.digest})
if(o===undefined)throw notFound({host:i,call:`GET manifests/${r.digest} of ${a}`},"build and push it again")
d=o
u={indexDigest:c.descriptor.digest,attestations:(0,A.x)(c.content.manifests,r.digest)}}const{content:f,descriptor:l}=d
const h={host:i,call:`GET manifests/${l.digest} of ${a}`}
if(f.kind!=="image")throw invalidResponse(h,"an index where an image is expected")
const p=await t.config(e,{host:i,repository:a},f.config.digest)
const m=(0,M.Y)(p,e=>{throw invalidResponse(h,`the config of the image is not one: ${e}`)})
return{ref:n,digest:l.digest,mediaType:l.mediaType,manifestSize:l.size,...u??{attestations:[]},annotations:f.annotations,layers:f.layers,size:f.layers.reduce((e,{size:t})=>e+t,f.config.size),...(0,A.M)(m)}}function platformManifest(e,t){const n=(0,I.iQ)(t)
return e.find(e=>!(0,h.H3)(e)&&e.platform&&(0,I.my)(e.platform,n))}function noPlatform(e,t,n){const s=t.flatMap(e=>e.platform&&!(0,h.H3)(e)?(0,I.FL)(e.platform):[])
return new RegistryError({code:"registry/no-platform",message:`${e} has no image for ${n}`,why:s.length===0?"its index has no platforms":`it has ${s.join(", ")}`,fix:"use another image, tag or platform"})}class MemoryCache{#i=new Map
#a=new Map
async manifest(e,t){const n=t.digest&&this.#i.get(images_keyOf(t,t.digest))
if(n)return n
const s=await getManifest(e,t)
if(s!==undefined)this.#i.set(images_keyOf(t,s.descriptor.digest),s)
return s}async config(e,t,n){const s=images_keyOf(t,n)
const r=this.#a.get(s)??await getBlob(e,t,n,16<<20)
this.#a.set(s,r)
return r}}function images_keyOf({host:e,repository:t},n){return(0,r.FH)({host:e,repository:t,digest:n})}class RateLimiter{#c
#d=new Map
#u=new Map
#f
constructor(e,t=i.m){this.#c=e
this.#f=t}write(e,t){const n=this.#d.get(e)??(0,s.A)(this.#c)
this.#d.set(e,n)
return n(t)}pauseHost(e,t){const n=this.#f.now()+t
if(n>(this.#u.get(e)??0))this.#u.set(e,n)}remainingPause(e,t){const n=(this.#u.get(e)??0)-this.#f.now()
return n<=0?0:n+t*Math.min(n,1e3)}}const N=64
const S=4<<20
class ReferrersApis{#l=new Set(["ghcr.io"])
#h=new Map
isAbsent(e){return this.#l.has(e)}setAbsent(e){this.#l.add(e)}async request(e,t){const n=this.#h.get(e)
if(n!==undefined)await n
if(this.isAbsent(e))return undefined
const s=t()
if(n===undefined)this.#h.set(e,s.catch(()=>{}))
return s}}async function listReferrers(e,t,n){return(await readReferrers(e,t,n)).slice(0,N)}async function readReferrers({client:e,apis:t},n,s){const{host:r}=n
const o=await t.request(r,async()=>{const o=await retryInvalid(()=>requestPages(e,n,s))
if(o==="absent")t.setAbsent(r)
return o})
if(Array.isArray(o)&&o.length>0)return newestFirst(o)
const i=await getManifest(e,tagOf(n))
if(o==="denied"&&i!==undefined)t.setAbsent(r)
if(i?.content.kind!=="index")return[]
return newestFirst(i.content.manifests.filter(e=>e.artifactType===s))}function tagOf({host:e,repository:t,digest:n}){const[s="",r=""]=n.split(":")
return{host:e,repository:t,tag:`${s}-${r.slice(0,64)}`}}function newestFirst(e){const created=({annotations:e})=>Date.parse(e?.["org.opencontainers.image.created"]??"")||0
return e.toReversed().sort((e,t)=>created(t)-created(e))}async function requestPages(e,{host:t,repository:n,digest:s},r){const o=`/v2/${n}/`
const i={host:t,repository:n,push:false}
const a={host:t,call:`GET referrers/${s} of ${n}`}
const c=[]
const d=new Set
let u=0
let f=`referrers/${s}?artifactType=${encodeURIComponent(r)}`
for(;;){d.add(f)
const t=S-u
const n=await e({...{scope:i,method:"GET",path:f,accept:h.Ib.index,isOptional:true,maxBytes:t}})
const s=readPage(n,a)
if(s===undefined){if(d.size>1)throw invalidResponse(a,`page ${d.size} is not a list of referrers`)
return isDenied(n)?"denied":"absent"}const l=n.headers["oci-filters-applied"]?.split(/\s*,\s*/).includes("artifactType")
c.push(...s.filter(e=>(e.artifactType??(l?r:undefined))===r))
u+=n.body.length
const p=nextPage(n.headers.link,`${o}${f}`)
if(p===undefined)return c
if(!p.startsWith(o))throw invalidResponse(a,`its next page is ${p}`)
f=p.slice(o.length)
if(d.has(f))throw invalidResponse(a,"its pages form a loop")
if(d.size>=L)throw invalidResponse(a,`it has more than ${L} pages`)}}const L=64
function isDenied({status:e,body:t}){if(e===404)return readErrorResponse(e,t).registryCode==="NAME_UNKNOWN"
return e===401||e===403}function readPage({status:e,body:t},n){const s=e===200?(0,g.Ag)((0,M.Y)(t,()=>{})):undefined
if(s===undefined)return undefined
const{manifests:r=null}=s
if(s.mediaType===h.Ib.index&&r===null)return[]
if(!Array.isArray(r))return undefined
try{const e=(0,h.WI)(s)
return e.kind==="index"?e.manifests:undefined}catch(e){throw invalidResponse(n,`it is not a list of referrers: ${e.message}`)}}function nextPage(e,t){for(const[,n="",s=""]of(e??"").matchAll(/<([^>]*)>([^<]*)/g)){if(!/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?![^\s;,]))/i.test(s))continue
const e=URL.parse(n,new URL(t,"https://registry.invalid"))
if(e!==null)return e.pathname+e.search}return undefined}async function attachArtifact(e,t,n,{artifactType:s,bytes:r,annotations:o}){const{client:i,apis:a}=e
const c={host:t.host,repository:t.repository}
const d={mediaType:s,digest:(0,h.sc)(r),size:r.length}
const u=(new TextEncoder).encode(JSON.stringify({...{schemaVersion:2,mediaType:h.Ib.manifest,artifactType:s},...{config:h.p$,layers:[d]},subject:{mediaType:n.mediaType,digest:n.digest,size:n.size},annotations:o}))
const f=(0,h.sc)(u)
const l={mediaType:h.Ib.manifest,digest:f,size:u.length,artifactType:s,annotations:o}
const p={...c,digest:f}
const m={...c,digest:n.digest}
const g=await readReferrers(e,m,s)
if(g.some(e=>e.digest===f)&&await headManifest(i,p)!==undefined)return l
await Promise.all([putBlob(i,c,h.Ro),putBlob(i,c,r)])
const y=await uploadManifest(i,p,u,{mediaType:h.Ib.manifest})
if(y.subject!==n.digest||a.isAbsent(t.host))await addToTag(e,m,l)
return l}async function addToTag({client:e,pause:t},n,s){const r=tagOf(n)
const o=new c.nO(c.HK.referrersList,t)
let i=0
for(let t=0;t<2;){const n=await readTaggedList(e,r)
if(n.entries.some(({digest:e})=>e===s.digest))t++
else{t=0
i++
await writeTaggedList(e,r,n,s)}if(t<2&&!await o.wait())throw lost(r,i)}}async function readTaggedList(e,t){const n=await getManifest(e,t)
if(n===undefined)return{index:{schemaVersion:2,mediaType:h.Ib.index},entries:[],raw:[]}
const{content:s,descriptor:o,json:i}=n
const a=(0,g.Ag)(i)??{}
if(s.kind!=="index"||o.mediaType!==h.Ib.index)throw new RegistryError({code:"registry/referrers-tag",message:`nothing is added to the referrers in ${(0,r.FH)(t)}`,why:`it holds a manifest of the type ${o.mediaType}, not a list of referrers`,fix:"check who pushed it, and delete the tag"})
const c=Array.isArray(a.manifests)?a.manifests:[]
return{index:a,entries:s.manifests,raw:c,...(0,m.s)({ifMatch:n.etag})}}async function writeTaggedList(e,t,{index:n,entries:s,raw:r,...o},i){const put=s=>{const r=(new TextEncoder).encode(JSON.stringify({...n,manifests:[...s,i]}))
return uploadManifest(e,t,r,{mediaType:h.Ib.index,...o})}
try{await put(r)}catch(n){if(!(n instanceof RegistryError))throw n
if(n.status===412)return
if(!/_UNKNOWN$/.test(n.registryCode??""))throw n
const{host:o,repository:i}=t
const a=await Promise.all(s.map(({digest:t})=>headManifest(e,{host:o,repository:i,digest:t})))
if(a.every(e=>e!==undefined))throw n
await put(r.filter((e,t)=>a[t]!==undefined))}}function lost(e,t){return new RegistryError({code:"registry/referrers-lost",message:`the referrers in ${(0,r.FH)(e)} are incomplete`,why:`the entry was written ${t} times, and another writer replaced the list each time`,fix:"run the job again, and attach to an image in one job at a time"})}class TimeLimit{#f
#p
#m=Number.NEGATIVE_INFINITY
constructor(e){this.#f=e}begin(e){this.#p={...e,end:this.#f.now()+e.totalMs}
return{[Symbol.dispose]:()=>{this.#p=undefined}}}recordSuccess(){this.#m=this.#f.now()}get isSet(){return this.#p!==undefined}deadlineFor(e){if(this.#p===undefined)return Number.POSITIVE_INFINITY
const{silentMs:t,end:n}=this.#p
return Math.min(Math.max(e,this.#m)+t,n)}expiry(e){if(this.#p===undefined||this.#f.now()<this.deadlineFor(e))return undefined
const{silentMs:t,totalMs:n,end:s,option:r}=this.#p
if(this.#f.now()>=s)return{why:`the limit of ${n/6e4} minutes for all requests is exceeded`,fix:"try again later"}
const o=`no request to a registry succeeded for ${t/1e3} s`
return{why:o,fix:`check the registry and the network, or allow more time with ${r}`}}}function readMirrors(e){const t=[]
const n=new Map
for(const s of e.flatMap(e=>e.split(",")).map(e=>e.trim())){if(s==="")continue
const[e="",o="",...i]=s.split("=")
const a=o.replace(/\/+$/,"")
const c=(0,r.WF)(`${e}/name`)
const d=i.length===0&&c.kind==="reference"&&/^(?:library\/)?name$/.test(c.reference.repository)&&(0,r.WF)(`${a}/name`).kind==="reference"&&/^[^/]*[.:]|^localhost/.test(a)
if(d)n.set(c.reference.host,a)
else{const e="write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io"
t.push({code:"registry/bad-mirror",message:`invalid mirror ${JSON.stringify(s)}`,fix:e})}}if(t.length>0)throw new a.yo(t)
return n}const P=1e4
async function requireTrustedRealm(e,{env:t,tokenHosts:n}){const s=baseUrl(e,new Set)
const r=performance.now()+P
const o=await(0,u.fb)(t)({...{method:"GET",url:new URL("/v2/",s),headers:{"user-agent":"lucid-build-action"}},...{signal:(new AbortController).signal,idleMs:P,maxBytes:1<<20},remainingMs:()=>r-performance.now()}).catch(()=>undefined)
const i=o?.status===401?readChallenge(o.headers["www-authenticate"]):undefined
if(i?.kind!=="bearer")return
const{realm:a}=i
if(a.protocol!=="https:"&&s.protocol==="https:")throw invalidResponse({host:e,call:"GET /v2/"},`its token endpoint ${a.origin} is not https`)
if(!await isTrustedRealm(e,a,n))throw untrustedRealm(e,a)}function openRegistry(e={}){const{auth:t=anonymous,concurrency:n=16,clock:o=i.m}=e
const a=new TimeLimit(o)
const f={http:(0,u.fb)(e.env??{},o),env:e.env??{},tokens:new TokenStore(t,e.tokenHosts??new Set,o.now),retry:e.retry??c.HK.registryCall,deadlineMs:e.deadlineMs??3e5,idleMs:e.idleMs??3e4,insecure:new Set(e.insecure),concurrency:(0,s.A)(n),rateLimiter:new RateLimiter(e.writes??6,o),random:Math.random,waits:new d.x(e.progress,e.slowMs,o),limit:a,clock:o}
const l=new MemoryCache
const h=e.mirrors??new Map
const p=new ReferrersApis
const open=e=>{const t=openClient({...f,signal:e})
const n={client:t,apis:p,pause:t=>(0,i.y)(t,e,o)}
return{...registryOver(t,l,h),referrers:async(e,t,s)=>listReferrers(n,{...(0,r.F2)(e),digest:t},s),attach:async(e,t,s)=>attachArtifact(n,(0,r.F2)(e),t,s),limit:e=>a.begin(e),withSignal:open}}
return open(e.signal??(new AbortController).signal)}function registryOver(e,t,n){const s=new Map
return{head:async t=>headManifest(e,(0,r.F2)(t)),manifest:async n=>t.manifest(e,(0,r.F2)(n)),blob:async(t,n,s=16<<20)=>getBlob(e,(0,r.F2)(t),n,s),readBlob:async(t,n,s)=>readBlob(e,(0,r.F2)(t),n,s),hasBlob:async(t,n)=>hasBlob(e,{...(0,r.F2)(t),push:false},n),async putManifest(t,n,s,o){const i=(0,r.F2)(t)
checkTagOwner(i,o)
return putManifest(e,i,n,s)},putBlob:async(t,n)=>putBlob(e,(0,r.F2)(t),n),checkPush:async t=>checkPush(e,(0,r.F2)(t)),copyBlob:async(t,n,s)=>copyBlob(e,(0,r.F2)(t),(0,r.F2)(n),s),async resolve(t,o){const i=(0,r.F5)((0,r.F2)(t),n)
const a=`${(0,r.FH)(i)} ${o??""}`
const c=s.get(a)??resolveImage(e,t,i,o)
s.set(a,c)
return c},imageFacts:async(n,s)=>readImageFacts(e,t,n,s),mirrored:e=>(0,r.FH)((0,r.F5)((0,r.F2)(e),n))}}function checkTagOwner(e,t){const n=e.tag===undefined?undefined:(0,o.p1)(e.tag)
if(n===undefined||n.owner===t)return
throw new a.yo({code:"registry/reserved",message:`${(0,r.FH)(e)} is not written`,why:(0,o.X$)(n),fix:"choose another tag"})}}),26100:((e,t,n)=>{n.d(t,{M:()=>readImageConfig,x:()=>attestationsOf})
var s=n(39893)
var r=n(16496)
var o=n(30902)
var i=n(9488)
function readImageConfig(e){const t=(0,r.Ag)(e)
const n=(0,r.Ag)(t?.config)
const o=(0,r.E3)(t?.os)??"linux"
const a=(0,r.E3)(t?.architecture)??"unknown"
const c=(0,r.E3)(t?.variant)
const d=readHealthcheck(n?.Healthcheck)
const u={variant:c,created:(0,r.E3)(t?.created),user:(0,r.E3)(n?.User),workingDir:(0,r.E3)(n?.WorkingDir),entrypoint:(0,r.LD)(n?.Entrypoint),command:(0,r.LD)(n?.Cmd),healthcheck:d}
return{os:o,architecture:a,platform:(0,i.FL)({os:o,architecture:a,...(0,s.s)({variant:c})}),env:readEnv(n?.Env),exposedPorts:Object.keys((0,r.Ag)(n?.ExposedPorts)??{}).sort(),labels:(0,r.Nc)(n?.Labels),settings:Object.fromEntries(Object.entries(n??{}).filter(([e])=>e!=="Labels")),onbuild:(0,r.LD)(n?.OnBuild)??[],diffIds:(0,r.LD)((0,r.Ag)(t?.rootfs)?.diff_ids)??[],history:(Array.isArray(t?.history)?t.history:[]).map(readStep),...present(u)}}function attestationsOf(e,t){return e.filter(e=>(0,o.H3)(e)&&e.annotations?.["vnd.docker.reference.digest"]===t)}function present(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}function readEnv(e){return Object.fromEntries(((0,r.LD)(e)??[]).map(e=>{const t=e.indexOf("=")
return t===-1?[e,""]:[e.slice(0,t),e.slice(t+1)]}))}function readStep(e){const t=(0,r.Ag)(e)
const n=(0,r.E3)(t?.created)
return{createdBy:(0,r.E3)(t?.created_by)??"",...(0,s.s)({created:n}),empty:t?.empty_layer===true}}function readHealthcheck(e){const t=(0,r.Ag)(e)
const n=(0,r.LD)(t?.Test)
if(n===undefined)return undefined
const positive=e=>Number.isSafeInteger(e)&&Number(e)>0?Number(e):undefined
const ms=e=>{const t=positive(e)
return t===undefined?undefined:t/1e6}
const s=positive(t?.Retries)
const o={interval:ms(t?.Interval),timeout:ms(t?.Timeout),startPeriod:ms(t?.StartPeriod),retries:s}
return{test:n,...present(o)}}}),30902:((e,t,n)=>{n.d(t,{FP:()=>digestBySameAlgorithm,H3:()=>isAttestation,Ib:()=>c,My:()=>d,Ro:()=>u,WI:()=>readManifest,gW:()=>isOtherFormat,p$:()=>f,sc:()=>sha256})
var s=n(77598)
var r=n(39893)
var o=n(16496)
var i=n(37521)
var a=n(11886)
const c={index:"application/vnd.oci.image.index.v1+json",manifest:"application/vnd.oci.image.manifest.v1+json",dockerList:"application/vnd.docker.distribution.manifest.list.v2+json",dockerManifest:"application/vnd.docker.distribution.manifest.v2+json",empty:"application/vnd.oci.empty.v1+json"}
const d=[c.index,c.manifest,c.dockerList,c.dockerManifest].join(", ")
function sha256(e){return`sha256:${(0,s.hash)("sha256",e)}`}const u=(new TextEncoder).encode("{}")
const f={mediaType:c.empty,digest:sha256(u),size:u.length}
function digestBySameAlgorithm(e,t){if(!e?.startsWith("sha512:"))return sha256(t)
return`sha512:${(0,s.hash)("sha512",t)}`}function readManifest(e){const t=readStruct(e,"it")
const n=(0,o.Nc)(t.annotations)
const{manifests:s,mediaType:i}=t
const a=t.layers===null?[]:t.layers
const c=Array.isArray(a)
if(!Array.isArray(s)&&!c)throw new Error("neither an image manifest nor an index of them")
if(Array.isArray(s)&&(c||t.config!==undefined))throw new Error("it has the fields of an image and those of an index")
const d=c?l:h
if(typeof i==="string"&&d.has(i))throw new Error(`its media type is ${i}, but it has the fields of an ${c?"image":"index"}`)
if(Array.isArray(s))return{kind:"index",manifests:s.map((e,t)=>readDescriptor(e,`manifests.${t}`)),annotations:n}
const u=(0,o.E3)(t.artifactType)
const f=readDescriptor(t.config,"config")
const p=(c?a:[]).map((e,t)=>readDescriptor(e,`layers.${t}`))
return{kind:"image",config:f,layers:p,annotations:n,...(0,r.s)({artifactType:u})}}const l=new Set([c.index,c.dockerList])
const h=new Set([c.manifest,c.dockerManifest])
const isOtherFormat=(e,t)=>e!==undefined&&e!==t&&[e,t].every(e=>l.has(e)||h.has(e))
function readStruct(e,t){const n=(0,o.Ag)(e)
if(n===undefined)throw new Error(`${t} is not an object`)
const s=(0,i.v)(n)
if(s!==undefined)throw new Error(`${t} has both \`${s.join("` and `")}\``)
return n}function isAttestation({annotations:e,platform:t}){return e?.["vnd.docker.reference.type"]==="attestation-manifest"||t?.os==="unknown"}function readDescriptor(e,t){const n=readStruct(e,t)
const s=(0,o.E3)(n.mediaType)
const i=(0,o.E3)(n.digest)
const{size:c}=n
if(s===undefined)throw new Error(`${t} lacks its media type`)
if(i===undefined||!(0,a.Bc)(i))throw new Error(`${t} lacks its digest`)
if(typeof c!=="number"||!Number.isSafeInteger(c)||c<0)throw new Error(`${t} lacks its size`)
const d=(0,o.Ag)(n.platform)
const u=(0,o.E3)(d?.os)
const f=(0,o.E3)(d?.architecture)
const l=(0,o.E3)(d?.variant)
const h=(0,o.E3)(n.artifactType)
return{mediaType:s,digest:i,size:c,...u!==undefined&&f!==undefined&&{platform:{os:u,architecture:f,...(0,r.s)({variant:l})}},...(0,r.s)({artifactType:h}),...n.annotations!==undefined&&{annotations:(0,o.Nc)(n.annotations)}}}}),9488:((e,t,n)=>{n.d(t,{FL:()=>normalizePlatform,iQ:()=>splitPlatform,my:()=>samePlatform})
var s=n(39893)
const r={aarch64:"arm64",x86_64:"amd64","x86-64":"amd64"}
function normalizePlatform({os:e,architecture:t,variant:n}){const s=r[t]??t
const o=s==="arm64"?"v8":s==="amd64"?"v1":undefined
const i=s==="arm"?n??"v7":n===o?undefined:n
return[e,s,i].filter(e=>e!==undefined&&e!=="").join("/")}function splitPlatform(e){const[t="linux",n="",r]=e.split("/")
return{os:t,architecture:n,...(0,s.s)({variant:r})}}function samePlatform(e,t){return normalizePlatform(e)===normalizePlatform(t)}}),11886:((e,t,n)=>{n.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,WF:()=>tryParseReference,Z9:()=>referenceTarget,_M:()=>repositoryOf,hG:()=>familiarName})
var s=n(39893)
var r=n(85465)
const o=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const i=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const a=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const c=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const d="docker.io"
function isDigest(e){return c.test(e)}function parseReference(e){const t=tryParseReference(e)
if(t.kind==="problem")throw new r.yo(t.problem)
return t.reference}function tryParseReference(e,t){const{name:n,tag:r,digest:o}=cut(e)
const{host:i,repository:a}=splitHost(n)
const c=wrongWith({host:i,repository:a,tag:r,digest:o})
if(c!==undefined){const n=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const r="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:n,why:c,fix:r,...(0,s.s)({at:t})}}}return{kind:"reference",reference:{host:i,repository:a,...(0,s.s)({tag:r,digest:o})}}}function formatReference({host:e,repository:t,tag:n,digest:s}){return`${e}/${t}${n===undefined?"":`:${n}`}${s===undefined?"":`@${s}`}`}function familiarName(e){const t=formatReference(e)
const n=t.startsWith(`${d}/`)?t.slice(d.length+1):t
const s=e.host===d&&/^library\/[^/]+$/.test(e.repository)?n.slice(8):n
return s.endsWith(":latest")?s.slice(0,-":latest".length):s}function mirrorReference(e,t){const n=t.get(e.host)
if(n===undefined)return e
const{host:s,repository:r}=parseReference(`${n.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:s,repository:r}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const n=t===-1?e:e.slice(0,t)
const s=n.indexOf(":",n.lastIndexOf("/")+1)
return{name:s===-1?n:n.slice(0,s),...s!==-1&&{tag:n.slice(s+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const n=t===-1?"":e.slice(0,t)
const s=/[.:]/.test(n)||n==="localhost"||n!==n.toLowerCase()
const r=s?n:d
const o=s?e.slice(t+1):e
if(r!==d&&r!=="index.docker.io")return{host:r,repository:o}
return{host:d,repository:o.includes("/")?o:`library/${o}`}}function wrongWith(e){const{host:t,repository:n,tag:s,digest:r}=e
const c=n.replace(/^library\//,"")
if(c==="")return"the name is missing"
if(!o.test(t))return`${JSON.stringify(t)} is not a registry host`
if(n!==n.toLowerCase())return`the name ${JSON.stringify(c)} must be lower case`
const d=n.split("/").find(e=>!i.test(e))
if(d!==undefined)return`the name part ${JSON.stringify(d)} may have only a-z, 0-9, and single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(c))return"a name of 64 hex digits looks like an image ID"
if(t.length+1+n.length>255)return"host and name are longer than 255 characters"
if(s!==undefined&&!a.test(s))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(r!==undefined&&!isDigest(r))return"a digest is sha256: and 64 hex digits"
return undefined}function repositoryOf(e){const t=e.split("@",1)[0]??e
const n=t.lastIndexOf(":")
return n>t.lastIndexOf("/")?t.slice(0,n):t}}),10976:((e,t,n)=>{n.d(t,{__:()=>concernsOneRepository,sS:()=>isImageMissing,tT:()=>refusalAdvice})
var s=n(85465)
function refusalAdvice({host:e,repository:t},n,s){if(/not allowed to create organization package/i.test(n))return`${r}; in the organization's settings, under Packages, allow its members to create packages`
if(/permission_denied|not allowed to \w+ organization package/i.test(n)||s==="used"&&isGitHub(e))return`${r}; in the package's settings on GitHub, under "Manage Actions access", add this repository with the role Write`
return/name.?unknown|repository .{0,500}(?:does not exist|not found)/i.test(n)?createCommand({host:e,repository:t},n):undefined}const r="give the job `permissions: packages: write`"
const isGitHub=e=>e==="ghcr.io"||e.startsWith("containers.")
function createCommand({host:e,repository:t},n){const s=/\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(e)?.[1]
const[r="",o=""]=t.split("/")
if(e==="public.ecr.aws")return`create it: aws ecr-public create-repository --region us-east-1 --repository-name ${t.slice(r.length+1)}`
if(s!==undefined||/does not exist in the registry with id/.test(n))return`create it: aws ecr create-repository${s===undefined?"":` --region ${s}`} --repository-name ${t}`
const i=/^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(e)?.[1]
return i===undefined?undefined:`create it: gcloud artifacts repositories create ${o} --repository-format=docker --location=${i} --project=${r}`}const o=new Set(["registry/not-found","registry/no-platform","registry/bad-reference","registry/denied"])
const isImageMissing=e=>e instanceof s.yo&&e.problems.every(({code:e})=>o.has(e))
const i=new Set(["registry/mismatch","registry/refused","registry/truncated"])
const concernsOneRepository=e=>e instanceof s.yo&&e.problems.every(({code:t})=>i.has(t)||t==="registry/denied"&&e.status===403)}),27381:((e,t,n)=>{n.d(t,{X$:()=>whyReserved,p1:()=>reservedForm})
const s=[{owner:"ledger",form:/\.published/,text:"*.published*",use:"the ledger of a floating tag"},{owner:"smoke",form:/\.smoke$/,text:"*.smoke",use:"the verdicts of smoke on an image"},{owner:"relabel",form:/\.relabel$/,text:"*.relabel",use:"the image that a relabelled one was made from"},{owner:"kept",form:/\.kept$/,text:"*.kept",use:"the reason why an image is kept"},{owner:"job-result",form:/\.(?:build|tried)$/,text:"*.build, *.tried",use:"the result of a job"},{owner:"content",form:/^content-/,text:"content-*",use:"a built image, named after its inputs"},{owner:"buildkit",form:/^cache-/,text:"cache-*",use:"BuildKit's cache in a registry"},{owner:"referrers",form:/^sha(?:256|384|512)-/,text:"sha256-*",use:"signatures and referrers of a digest"}]
function reservedForm(e){return s.find(({form:t})=>t.test(e))}const whyReserved=({text:e,use:t})=>`tags of the form ${e} are reserved: there this program keeps ${t}`}),11939:((e,t,n)=>{n.d(t,{P:()=>dockerConfigFolder})
var s=n(48161)
var r=n(76760)
function dockerConfigFolder(e){return e.DOCKER_CONFIG||r.join(e.HOME||(0,s.homedir)(),".docker")}}),46226:((e,t,n)=>{n.d(t,{HK:()=>i,a2:()=>retryDelay,bC:()=>readWithBackoff,nO:()=>Backoff})
var s=n(32270)
const r={firstMs:1e3,maxMs:6e4,jitter:true}
const o={firstMs:50,maxMs:4e3,totalMs:2e4}
const i={registryCall:{...r,tries:6,maxRetryAfterMs:12e4},wrongAnswer:{firstMs:500,maxMs:500,tries:2},truncatedAnswer:{...r,tries:4},blob:{firstMs:0,maxMs:0,tries:4},registryLag:o,referrersList:{firstMs:500,maxMs:8e3,totalMs:6e4,jitter:true},build:{...r,tries:4},pull:{...r,tries:3},cleanup:o,gitHubCreate:{...r,tries:3},packageIndex:{firstMs:0,maxMs:0,tries:2}}
function retryDelay({firstMs:e,maxMs:t,maxRetryAfterMs:n,jitter:s},r,o=Math.random(),i){if(i!==undefined)return Math.min(i,n??i)
const a=Math.min(t,e*2**(r-1))
return s?a*(.5+o/2):a}class Backoff{#g
#y
#w
#b=1
#$=0
constructor(e,t=s.y,n){this.#g=e
this.#y=t
this.#w=n}async wait(){const{tries:e=Number.POSITIVE_INFINITY,totalMs:t=Number.POSITIVE_INFINITY}=this.#g
const n=t-this.#$
if(this.#b>=e||n<=0||this.#w?.aborted)return false
const s=Math.min(n,retryDelay(this.#g,this.#b++))
this.#$+=s
if(s>0)await this.#y(s)
return true}reset(){this.#b=1}}async function readWithBackoff(e,t){let n=await e()
while(n===undefined&&await t.wait())n=await e()
t.reset()
return n}}),68261:((e,t,n)=>{n.d(t,{Ov:()=>sanitizeLogLine,X$:()=>sanitizeLines,Xe:()=>sanitizeLogLines,g$:()=>sanitizeLine,jZ:()=>sanitizeText})
const s=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const r=/[\p{Cc}\p{Bidi_Control}]+/gu
function sanitizeText(e){return e.replace(s,"").replace(r,e=>e.replace(/[^\t\n]/gu,""))}function sanitizeLine(e){return e.replace(s,"").replace(r," ")}function sanitizeLines(e){return e.split(/\r?\n/).map(e=>sanitizeLine(e).trimEnd())}const o=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function sanitizeLogLine(e,t=500){const n=sanitizeText(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(o,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return n.length>t?`${n.slice(0,t)} ... (${n.length-t} more)`:n}function sanitizeLogLines(e,t=500){return e.split(/\r\n|\n|\r/).map(e=>sanitizeLogLine(e,t)).filter(e=>e.trim()!=="")}}),37521:((e,t,n)=>{n.d(t,{Y:()=>parseUntrustedJson,v:()=>keysThatDifferInCase})
var s=n(16496)
const r=100
function parseUntrustedJson(e,t){const n=(new TextDecoder).decode(e)
const r=(0,s.qF)(n)
const o=r===undefined?"not JSON":whyAmbiguous(n)
if(o===undefined)return r
t(o)
return undefined}function whyAmbiguous(e){const t=[]
for(let n=0;n<e.length;n++){const o=e[n]
if(o==="{"||o==="["){if(t.push(new Set)>r)return`it has more than ${r} levels`}else if(o==="}"||o==="]")t.pop()
else if(o==='"'){const r=endOfString(e,n)
const o=isKey(e,r)?(0,s.qF)(e.slice(n,r+1)):undefined
const i=t.at(-1)
if(o!==undefined&&i?.has(o))return`the key ${JSON.stringify(o.slice(0,100))} occurs twice`
if(o!==undefined)i?.add(o)
n=r}}return undefined}function endOfString(e,t){let n=e.indexOf('"',t+1)
while(isEscaped(e,n))n=e.indexOf('"',n+1)
return n}function isEscaped(e,t){let n=0
while(e[t-1-n]==="\\")n++
return n%2===1}const o=/[ \t\r\n]*:/y
function isKey(e,t){o.lastIndex=t+1
return o.test(e)}function keysThatDifferInCase(e){const t=new Map
for(const n of Object.keys(e)){const e=t.get(n.toLowerCase())
if(e!==undefined)return[e,n]
t.set(n.toLowerCase(),n)}return undefined}})}
