export const id=5282
export const ids=[5282]
export const modules={45364:((e,t,n)=>{n.d(t,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var s=n(51455)
var r=n(48161)
var o=n(76760)
function configFolder(e){return e.DOCKER_CONFIG||o.join(e.HOME||(0,r.homedir)(),".docker")}async function configured(e,t){try{const n=JSON.parse(await(0,s.readFile)(o.join(configFolder(e),"config.json"),"utf8"))
return n?.[t]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await configured(e,"proxies")
const n=typeof t==="object"&&t!==null?Object.values(t):[]
const s=new Set(n.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(i).flatMap(([e,t])=>s.has(e)?[t]:[])}const i={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),37432:((e,t,n)=>{n.d(t,{p:()=>githubRun})
var s=n(51455)
var r=n(56008)
const o=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const i=["create","deployment","deployment_status","release","workflow_dispatch"]
const a="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readEvent(e,t){const{GITHUB_EVENT_NAME:n="",GITHUB_REF:s="",GITHUB_SHA:r}=e
switch(n){case"push":{const e=events_text(t.ref)??s
const n=present(events_text(t.after),events_text(toObject(t.head_commit).id),r)
const o=reading("`push`",atRef(e,n,{kind:"push",base:t.base_ref}),a)
return t.deleted===true?{...o,deleted:shortRef(e)}:o}case"delete":return{...reading("`delete`",[],a),deleted:`${t.ref_type==="tag"?"git tag":"branch"} ${events_text(t.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return reading(`\`${n}\``,pull(t,s,r),d)
case"pull_request_target":return reading(`\`${n}\``,pull(t,s),u)
case"merge_group":{const e=toObject(t.merge_group)
const n={kind:"merge_group",base:branchOf(e.base_ref)??""}
const o={event:n,commits:present(events_text(e.head_sha),r),refs:present(events_text(e.head_ref)??s)}
return reading("`merge_group`",[o],a)}case"schedule":return reading("`schedule`",atRef(s,present(r),{kind:"schedule"}),a)
case"workflow_run":return workflowRun(t,e)
case"issue_comment":return reading("`issue_comment`",[...atRef(s,present(r)),...commented(t)],a)
case"release":{const e=events_text(toObject(t.release).tag_name)
return reading("`release`",atRef(e===undefined?s:`refs/tags/${e}`,present(r)),a)}case"registry_package":return reading(`\`${n}\``,atRef(s,[]),a)
default:if(o.includes(n)||i.includes(n))return reading(`\`${n}\``,atRef(s,present(r)),a)
return{claims:[],about:`nothing is known of the event ${JSON.stringify(n)}`,fix:c}}}const c="start the workflow by push, schedule or workflow_dispatch; a newer version may know this event"
const d="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const u="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you trust that code: it runs with the rights of this repository"
const f="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function reading(e,t,n){const[s]=t
if(s===undefined)return{claims:t,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const r=s.commits[0]===undefined?"":` at ${s.commits[0].slice(0,12)}`
return{claims:t,about:`the event ${e} is about ${shortEvent(s.event)}${r}`,fix:n}}function atRef(e,t,{kind:n,base:s}={kind:"manual"}){const claim=n=>[{event:n,commits:t,refs:[e]}]
const r=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(r!==undefined)return claim({kind:"merge_group",base:r})
const[,o,i]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(i===undefined)return[]
if(o==="heads")return claim({kind:n,branch:i})
const a=branchOf(s)
return claim({kind:"tag",tag:i,...a!==undefined&&{base:a}})}const branchOf=e=>events_text(e)?.replace("refs/heads/","")
function pull(e,t,n){const s=toObject(e.pull_request)
const[r,o]=[toObject(s.head),toObject(s.base)]
const i=typeof s.number==="number"?s.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1])
const a=Number.isSafeInteger(i)?i:undefined
const c=events_text(r.sha)
const d={kind:"pull_request",...a!==undefined&&{number:a},head:events_text(r.ref)??"",base:events_text(o.ref)??"",fork:r.repo==null||events_text(toObject(r.repo).full_name)!==events_text(toObject(o.repo).full_name),...c!==undefined&&{headRevision:c}}
return[{event:d,commits:present(c,events_text(s.merge_commit_sha),n),refs:pullRefs(a)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:t,pull_request:n}=toObject(e.issue)
if(typeof t!=="number"||n==null)return[]
const s={kind:"pull_request",number:t,head:"",base:"",fork:true}
return[{event:s,commits:[],refs:pullRefs(t)}]}function workflowRun(e,{GITHUB_REF:t="",GITHUB_SHA:n}){const s=toObject(e.workflow_run)
const r=toObject(e.repository)
const[a,c,d]=[events_text(s.event)??"",events_text(s.head_branch),events_text(s.head_sha)]
const u=`\`workflow_run\`, after \`${a}\`,`
const l=events_text(toObject(s.head_repository).full_name)
const h=l===undefined||l!==events_text(r.full_name)
if(h||a.startsWith("pull_request"))return reading(u,[pullOfRun(s,h)],f)
if(c===undefined)return reading(u,[],f)
const p=c===events_text(r.default_branch)
const g=["push","schedule","merge_group","workflow_run",...i,...o].includes(a)
const m=a==="push"?"push":"manual"
const y=c.startsWith("gh-readonly-queue/")
const w=g&&(p||y)?present(d,t===`refs/heads/${c}`?n:undefined):[]
const b=p||y?[]:atRef(`refs/tags/${c}`,[])
return reading(u,[...atRef(`refs/heads/${c}`,w,{kind:m}),...b],f)}function pullOfRun(e,t){const n=events_text(e.head_sha)
const s=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(toObject)
const r=s.filter(({head:e})=>n!==undefined&&toObject(e).sha===n)
const[o]=r.length===1?r:[]
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
const n=t?await(0,s.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,toObject(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new r.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is not JSON: ${t}`,why:e.message,fix:"run it on GitHub's own runner, or elsewhere without GITHUB_ACTIONS and with `--event` and `--revision`"},{cause:e})}}function readRun(e,t){const n=toObject(t.repository)
const s=readEvent(e,t)
const r=e.GITHUB_SERVER_URL??"https://github.com"
const o=events_text(n.default_branch)
const i=events_text(n.html_url)??(e.GITHUB_REPOSITORY&&`${r}/${e.GITHUB_REPOSITORY}`)
const a=events_text(n.name)
const c=events_text(n.description)
const d=events_text(toObject(n.license).spdx_id)
const u=s.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...s,fromFork:u,readOnly:u&&l.includes(e.GITHUB_EVENT_NAME??""),repository:{...o&&{defaultBranch:o},...i&&{url:i},...a&&{title:a},...c&&{description:c},...d&&{licenses:d}}}}}),29747:((e,t,n)=>{n.d(t,{U:()=>isLoopback,f:()=>openHttp})
function openHttp(e){const t=new Map
const agentFor=({protocol:n,hostname:s})=>{const r=n+s
const o=t.get(r)
if(o!==undefined)return o
const i=isLoopback(s)
const a=`${n} ${i?"here":"elsewhere"}`
const c=t.get(a)??open(n,i?{}:e)
t.set(a,c).set(r,c)
return c}
return async e=>{const{request:t,agent:n}=await agentFor(e.url)
try{return await once(t,n,e)}catch(s){const r=e.body===undefined||e.body instanceof Uint8Array
if(s.stale&&r)return once(t,n,e)
throw s}}}async function open(e,t){const s=e==="https:"?await Promise.resolve().then(n.t.bind(n,44708,19)):await Promise.resolve().then(n.t.bind(n,37067,19))
const r={...t}
return{request:s.request,agent:new s.Agent({keepAlive:true,maxFreeSockets:32,proxyEnv:r})}}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(e)}function once(e,t,n){const{method:s,url:r,headers:o,body:i,signal:a,idleMs:c,totalMs:d,maxBytes:u}=n
return new Promise((f,l)=>{const h=i===undefined&&s!=="PUT"&&s!=="POST"?undefined:i?.length??0
const p=e(r,{method:s,agent:t,headers:{...o,...h!==undefined&&{"content-length":h}}})
stopWith(a,p)
const late=()=>p.destroy(failure("the time for this call ran out","DEADLINE"))
const g=setTimeout(late,d>1e4?Math.ceil(d/1e3)*1e3:Math.max(1,d))
p.on("close",()=>clearTimeout(g))
p.setTimeout(c,()=>p.destroy(failure(`no answer for ${c/1e3} s`,"ETIMEDOUT")))
p.on("error",e=>l(p.reusedSocket&&e.code==="ECONNRESET"?Object.assign(e,{stale:true}):e))
p.on("response",e=>{const t=e.statusCode??0
if(n.stream&&t>=200&&t<300)return f({status:t,headers:flat(e.headers),body:new Uint8Array,stream:e})
const s=[]
let r=0
e.on("data",t=>{r+=t.length
if(r>u)e.destroy(failure(`the answer is longer than ${u} bytes`,"TOO_LARGE"))
else s.push(t)})
e.on("error",l)
e.on("end",()=>f({status:t,headers:flat(e.headers),body:Buffer.concat(s)}))})
if(i===undefined||i instanceof Uint8Array)p.end(i)
else i.open().then(e=>{e.on("error",e=>p.destroy(e))
p.on("close",()=>e.destroy())
e.pipe(p)},e=>p.destroy(e))})}const s=new WeakMap
function stopWith(e,t){const stop=e=>e.destroy(failure("it was stopped","ABORT_ERR"))
if(e.aborted)stop(t)
const n=s.get(e)??new Set
if(!s.has(e)){s.set(e,n)
e.addEventListener("abort",()=>n.forEach(stop),{once:true})}n.add(t)
t.on("close",()=>n.delete(t))}function flat(e){const t={}
for(const n in e){const s=e[n]
t[n]=Array.isArray(s)?s.join(", "):s}return t}function failure(e,t){return Object.assign(new Error(e),{code:t})}}),6391:((e,t,n)=>{n.d(t,{gl:()=>RegistryError,KM:()=>childFor,d8:()=>dockerCredentials,Ib:()=>i,Me:()=>openRegistry,F2:()=>$.F2,Xg:()=>facts_readConfig,WI:()=>readManifest,ph:()=>readMirrors,sc:()=>sha256})
var s=n(77598)
var r=n(57075)
var o=n(56008)
const i={index:"application/vnd.oci.image.index.v1+json",manifest:"application/vnd.oci.image.manifest.v1+json",dockerList:"application/vnd.docker.distribution.manifest.list.v2+json",dockerManifest:"application/vnd.docker.distribution.manifest.v2+json",empty:"application/vnd.oci.empty.v1+json"}
const a=[i.index,i.manifest,i.dockerList,i.dockerManifest].join(", ")
function sha256(e){return`sha256:${(0,s.hash)("sha256",e)}`}function digestLike(e,t){if(!e?.startsWith("sha512:"))return sha256(t)
return`sha512:${(0,s.hash)("sha512",t)}`}function readManifest(e){const t=readObject(e)
const n=readStrings(t?.annotations)
if(t!==undefined&&Array.isArray(t.manifests))return{kind:"index",manifests:t.manifests.map(readDescriptor),annotations:n}
const s=t?.layers===null?[]:t?.layers
if(t!==undefined&&Array.isArray(s)){const e=readString(t.artifactType)
const r=readDescriptor(t.config)
const o=s.map(readDescriptor)
return{kind:"image",config:r,layers:o,annotations:n,...e!==undefined&&{artifactType:e}}}throw new Error("neither an image manifest nor an index of them")}function isAttestation({annotations:e,platform:t}){return e?.["vnd.docker.reference.type"]==="attestation-manifest"||t?.os==="unknown"}function readDescriptor(e){const t=readObject(e)
const n=readString(t?.mediaType)
const s=readString(t?.digest)
const r=t?.size
if(n===undefined||s===undefined||typeof r!=="number")throw new Error("a descriptor lacks its media type, digest or size")
const o=readObject(t?.platform)
const i=readString(o?.os)
const a=readString(o?.architecture)
const c=readString(o?.variant)
const d=readString(t?.artifactType)
return{mediaType:n,digest:s,size:r,...i!==undefined&&a!==undefined&&{platform:{os:i,architecture:a,...c!==undefined&&{variant:c}}},...d!==undefined&&{artifactType:d},...t?.annotations!==undefined&&{annotations:readStrings(t.annotations)}}}function readObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)?e:undefined}function readString(e){return typeof e==="string"&&e!==""?e:undefined}function readStrings(e){const t=Object.entries(readObject(e)??{})
return Object.fromEntries(t.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}class RegistryError extends o.yo{code
status
registryCode
constructor(e,t={},n){super(e,n)
this.code=e.code
this.status=t.status
this.registryCode=t.registryCode}}function unreachable({host:e,call:t},n,s){const r=n?.code
const o=n instanceof Error&&n.message!==""?n.message:String(r??n)
return new RegistryError({code:"registry/unreachable",message:`cannot reach the registry ${e}: ${t}`,why:`${o}${s>1?` (${s} tries)`:""}`,fix:`check that ${e} is right and that this machine can reach it`},{},{cause:n})}function denied({host:e,call:t},n,s,r){const o=`docker login${e==="docker.io"?"":` ${e}`}`
const i=e==="ghcr.io"?`log in (${o}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`:`log in (${o}) with an account that may do this`
return new RegistryError({code:"registry/denied",message:`${e} refuses: ${t}`,why:`${n}${s} (${r?"with the credentials of Docker's config":"without credentials"})`,fix:r?`${i}, and check that the repository's name is right`:i},{status:n})}function unavailable({host:e,call:t},n,s){const r=n.status===429||n.status===403
return new RegistryError({code:r?"registry/rate-limited":"registry/unavailable",message:`${e} ${r?"limits the rate":"is failing"}: ${t}`,why:`${n.status}${n.said}, ${s===1?"one try":`${s} tries`}`,fix:r?`log in (docker login ${e}), use a mirror, or try again later`:"try again later"},n)}function refused({host:e,call:t},n){return new RegistryError({code:"registry/refused",message:`${e} does not accept: ${t}`,why:`${n.status}${n.said}`},n)}function mismatch({host:e,call:t},n){return new RegistryError({code:"registry/mismatch",message:`${e} is wrong: ${t}`,why:n})}function notFound({host:e,call:t},n){return new RegistryError({code:"registry/not-found",message:`not there: ${t} at ${e}`,fix:n},{status:404})}function readAnswer(e,t){let n
try{const{errors:e}=readObject(JSON.parse((new TextDecoder).decode(t.subarray(0,16384))))??{}
n=Array.isArray(e)?readObject(e[0]):undefined}catch{}const s=readString(n?.code)
const r=[s,readString(n?.message)].filter(Boolean).join(": ")
const o=r.replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,300)
return{status:e,said:o===""?"":` ${o}`,...s!==undefined&&{registryCode:s}}}const c={tries:6,baseMs:1e3,capMs:6e4,retryAfterCapMs:12e4}
const d=new Set([408,429,499,500,502,503,504,522])
function mayPass(e){return d.has(e)}function connectionMayRecover(e){const t=e?.code
return typeof t==="string"&&["ECONNRESET","ECONNABORTED","EPIPE","ETIMEDOUT","EAI_AGAIN"].includes(t)}function retryDelay(e,t,n,s){if(s!==undefined)return Math.min(s,e.retryAfterCapMs)
return n*Math.min(e.capMs,e.baseMs*2**(t-1))}function readRetryAfter(e,t){if(e===undefined)return undefined
const n=e.trim()
if(/^\d+$/.test(n))return Number(n)*1e3
const s=Date.parse(n)
const r=Date.parse(t??"")
return Number.isNaN(s)||Number.isNaN(r)?undefined:Math.max(0,s-r)}function sleep(e,t){return new Promise((n,s)=>{if(t.aborted)return s(t.reason)
const stop=()=>{clearTimeout(r)
s(t.reason)}
const r=setTimeout(()=>{t.removeEventListener("abort",stop)
n()},e)
t.addEventListener("abort",stop,{once:true})})}function gate(e){const t=[]
let n=0
return async s=>{if(n>=e)await new Promise(e=>t.push(e))
else n++
try{return await s()}finally{const e=t.shift()
if(e)e()
else n--}}}const u=36e5
const f=4
async function getBlob(e,t,n,s){const r={host:t.host,repository:t.repository,push:false}
const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const{status:i,body:a}=await e({scope:r,method:"GET",path:`blobs/${n}`,maxBytes:s})
if(i===404)throw notFound(o,"build and push the image again")
const c=digestLike(n,a)
if(c!==n)throw mismatch(o,`what it sends is ${c}`)
return a}async function putBlob(e,t,n){const s=sha256(n)
await untilThere(e,t,s,async()=>finish(e,t,await begin(e,t),s,{body:n}))
return{mediaType:"application/octet-stream",digest:s,size:n.length}}async function copyBlob(e,t,n,{digest:s,size:r,onChunk:o}){let i="present"
await untilThere(e,n,s,async()=>{const a=t.host===n.host?await mount(e,t,n,s):await begin(e,n)
i=a==="mounted"?a:"streamed"
if(a==="mounted")return
const open=()=>download(e,t,s,o)
await finish(e,n,a,s,{body:{length:r,open:open},once:true,deadlineMs:u})})
return i}async function untilThere(e,t,n,s){const{host:r,repository:o}=t
const isThere=async()=>{const t={host:r,repository:o,push:true}
return(await e({scope:t,method:"HEAD",path:`blobs/${n}`})).status!==404}
for(let e=1;;e++){if(await isThere())return
try{return await s()}catch(t){if(!mayBeginAnew(t)||e>=f)throw t}}}function mayBeginAnew(e){if(!(e instanceof RegistryError))return false
const{code:t,status:n,registryCode:s=""}=e
if(t==="registry/unreachable"||t==="registry/unavailable"||t==="registry/rate-limited")return true
return n===404||n===416||/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(s)}async function begin(e,{host:t,repository:n}){const s={host:t,repository:n,push:true}
const r=await e({scope:s,method:"POST",path:"blobs/uploads/"})
return placeOf(r,{host:t,call:`POST blobs/uploads/ of ${n}`})}async function mount(e,t,n,s){const{host:r,repository:o}=n
const i={host:r,repository:o,push:true,from:t.repository}
const a=`blobs/uploads/?mount=${encodeURIComponent(s)}&from=${encodeURIComponent(t.repository)}`
const c=await e({scope:i,method:"POST",path:a}).catch(e=>{if(e instanceof RegistryError&&(e.code==="registry/refused"||e.code==="registry/denied"))return undefined
throw e})
if(c===undefined||c.status===404)return begin(e,n)
return c.status===201?"mounted":placeOf(c,{host:r,call:`POST blobs/uploads/ of ${o}`})}function placeOf({status:e,headers:t,body:n},s){if(e===404)throw refused(s,readAnswer(404,n))
if(t.location===undefined)throw mismatch(s,"it names no place to upload to")
return t.location}async function finish(e,{host:t,repository:n},s,r,o){const i={host:t,repository:n,push:true}
const a=`${s}${s.includes("?")?"&":"?"}digest=${encodeURIComponent(r)}`
const c=await e({scope:i,method:"PUT",path:a,contentType:"application/octet-stream",...o})
if(c.status===404)throw refused({host:t,call:`PUT upload of ${n}`},readAnswer(404,c.body))}const l=4
async function readBlob(e,t,{digest:n,size:s},r){const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
for(let i=1;;i++){const a=await download(e,t,n)
const c=r()
let d=0
try{for await(const e of a){d+=e.length
if(d>s)throw mismatch(o,`it sends more than the ${s} bytes that the manifest tells of`)
const t=c.take(e)
if(t!==undefined)await t}return await c.end()}catch(e){c.drop()
if(!connectionMayRecover(e))throw e
if(i>=l)throw unreachable(o,e,i)}finally{a.destroy()}}}async function download(e,{host:t,repository:n},o,i){const a={host:t,call:`GET blobs/${o} of ${n}`}
const c={host:t,repository:n,push:false}
const d=`blobs/${o}`
const{status:f,stream:l}=await e({scope:c,method:"GET",path:d,stream:true,deadlineMs:u})
if(f===404||l===undefined)throw notFound(a,"build and push the image again")
const h=o.startsWith("sha512:")?"sha512":"sha256"
const p=(0,s.createHash)(h)
const g=new r.Transform({transform(e,t,n){p.update(e)
i?.(e.length)
n(undefined,e)},flush(e){const t=`${h}:${p.digest("hex")}`
e(t===o?undefined:mismatch(a,`what it sends is ${t}`))}})
l.on("error",e=>g.destroy(e))
g.on("close",()=>l.destroy())
return l.pipe(g)}function readChallenge(e){const t=e??""
const n=/(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(t)?.[1]
if(n!==undefined){const e=new Map
for(const[,t,s,r]of n.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)){const n=t?.toLowerCase()??""
if(!e.has(n))e.set(n,s?.replace(/\\(.)/g,"$1")??r??"")}const t=e.get("realm")??""
const s=e.get("service")
const r=e.get("scope")
if(URL.canParse(t))return{kind:"bearer",realm:new URL(t),...s?{service:s}:{},...r?{scope:r}:{}}}return/(?:^|,\s*)Basic(?:\s|$|,)/i.test(t)?{kind:"basic"}:undefined}var h=n(29747)
var p=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var g=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function openClient(e){const t=new Set
const n=new Map
return async s=>{const{scope:r}=s
const o={host:r.host,call:callName(s)}
const i=performance.now()+(s.deadlineMs??e.deadlineMs)
const a=n.get(r.host)??baseUrl(r.host,e.insecure)
n.set(r.host,a)
const mayVisit=t=>t.protocol==="https:"||a.protocol==="http:"&&((0,h.U)(t.hostname)||e.insecure.has(t.host))
const c=`${r.host} ${r.repository}`
const d=s.method==="PUT"||s.method==="POST"
const send=n=>sendWithRetries(e,o,i,{...n,limit403:d&&t.has(c)})
const ask=(e,t,n)=>{if(!mayVisit(e))throw mismatch(o,`it sends logins to ${e.origin}, which is not https`)
const s=n===undefined?{}:{body:(new TextEncoder).encode(n)}
return send({method:n===undefined?"GET":"POST",url:e,headers:t,...s,maxBytes:1<<20})}
const visit=e=>follow(send,s,a,e,mayVisit,o)
const u=e.logins.challengeOf(r.host)
let f=u&&await e.logins.get(r,u,ask)
let l=await visit(f?.header)
for(let t=0;l.status===401&&t<2;t++){const t=readChallenge(l.headers["www-authenticate"])
if(t===undefined)break
const n=f?.header
e.logins.learn(r.host,t)
if(n!==undefined)await e.logins.forget(r,n)
f=await e.logins.get(r,t,ask)
if(f.header===undefined||f.header===n)break
l=await visit(f.header)}const{status:p}=l
if(d&&p>=200&&p<300)t.add(c)
if(p>=200&&p<300||p===404)return l
const g=readAnswer(p,l.body)
if(p===401||p===403)throw denied(o,p,g.said,f?.known??false)
throw refused(o,g)}}async function follow(e,t,n,s,r,o){let i=new URL(`/v2/${t.scope.repository}/`,n)
let a=t.path
for(let c=0;c<=5;c++){const c=URL.parse(a,i)
if(c===null||!r(c))throw mismatch(o,`it redirects to ${c?.origin??"no address"}`)
const d={"user-agent":"lucid-build-action",...t.accept&&{accept:t.accept},...t.contentType&&{"content-type":t.contentType},...s&&c.origin===n.origin&&{authorization:s}}
const u=t.body&&{body:t.body}
const{method:f,stream:l,once:h,digestHolds:p,maxBytes:g=4<<20}=t
const m=await e({method:f,url:c,headers:d,...u,maxBytes:g,...l&&{stream:l},...h&&{once:h},...p&&{digestHolds:p}})
const y=m.headers.location
if(m.status<300||m.status>=400||y===undefined)return m;[i,a]=[c,y]}throw mismatch(o,"it redirects in a circle")}async function sendWithRetries(e,t,n,s){const r={stack:[],error:void 0,hasError:false}
try{const{http:o,retry:i,signal:a,gate:c,pace:d,idleMs:u,random:f,waits:l}=e
const h=s.once?1:i.tries
const g=s.stream||s.body!==undefined&&!(s.body instanceof Uint8Array)
const line=e=>g?e():c(e)
const send=()=>line(()=>o({...s,signal:a,idleMs:u,totalMs:n-performance.now()}))
const m=s.method==="PUT"||s.method==="POST"
const y=p(r,g?undefined:l.begin(t.host,t.call),false)
for(let e=1;;e++){await d.turn(t.host,n,f(),a)
a.throwIfAborted()
let r
let o
try{const n=await(m?d.write(t.host,send):send())
const a=n.status===429||isLimit(n)||s.limit403&&n.status===403&&e<3
const c=s.digestHolds&&e<4&&isWronged(n)
if(!mayPass(n.status)&&!a&&!c)return n
r=readRetryAfter(n.headers["retry-after"],n.headers.date)
o=unavailable(t,readAnswer(n.status,n.body),e)
if(a)d.hold(t.host,retryDelay(i,e,f(),r))}catch(n){a.throwIfAborted()
if(n instanceof RegistryError)throw n
if(n.code==="TOO_LARGE")throw mismatch(t,n.message)
o=unreachable(t,n,e)
if(n.code==="DEADLINE"||!connectionMayRecover(n))throw o}const c=retryDelay(i,e,f(),r)
if(e>=h||performance.now()+c>=n)throw o
y?.again(`${o.problems[0]?.why??"failed"}; again in ${Math.ceil(c/1e3)} s`)
await sleep(c,a)}}catch(e){r.error=e
r.hasError=true}finally{g(r)}}function isLimit({status:e,headers:t,body:n}){if(e!==403)return false
const said=()=>(new TextDecoder).decode(n.subarray(0,16384))
return t["retry-after"]!==undefined||/rate.?limit|too many requests|toomanyrequests/i.test(said())}function isWronged({status:e,body:t}){return e===400&&readAnswer(e,t).registryCode==="DIGEST_INVALID"}function callName({method:e,path:t,scope:n}){return`${e} ${/^(?:\/|https?:)/.test(t)?"upload":t.split("?")[0]} of ${n.repository}`}function baseUrl(e,t){const n=e==="docker.io"?"registry-1.docker.io":e
const s=new URL(`https://${n}`)
return(0,h.U)(s.hostname)||t.has(e)?new URL(`http://${n}`):s}var m=n(51455)
var y=n(76760)
var w=n(45364)
const anonymous=async()=>undefined
function dockerCredentials(e){const t=(0,w.vg)(e.env)
let n
return async s=>{n??=readConfig(y.join(t,"config.json"))
const r=await n
const o=readObject(r.credHelpers)
const i=readString(o?.[serverName(s)])??readString(o?.[s])??readString(r.credsStore)
const a=fromAuths(readObject(r.auths),s)
if(i===undefined)return a
return await askHelper(e,i,s)??a}}async function readConfig(e){const t="mend the file, or remove it and run docker login again"
let n
try{n=await(0,m.readFile)(e,"utf8")}catch(t){if(t.code==="ENOENT")return{}
const n=t.message
throw new o.yo({code:"registry/docker-config",message:"cannot read Docker's config",why:n,at:{file:e}})}try{const e=readObject(JSON.parse(n))
if(e)return e}catch{}const s="Docker's config is not a JSON object"
throw new o.yo({code:"registry/docker-config",message:s,fix:t,at:{file:e}})}const b="https://index.docker.io/v1/"
function serverName(e){return e==="docker.io"?b:e}function fromAuths(e,t){const bare=e=>e.replace(/^https?:\/\//,"").split("/")[0]
const n=["index.docker.io","docker.io","registry-1.docker.io"]
const s=Object.keys(e??{}).find(e=>e===serverName(t))??Object.keys(e??{}).find(e=>t==="docker.io"?n.includes(bare(e)??""):bare(e)===t)
const r=s===undefined?undefined:readObject(e?.[s])
const o=readString(r?.identitytoken)
if(o!==undefined)return{kind:"identity",token:o}
const i=Buffer.from(readString(r?.auth)??"","base64").toString()
const a=i.indexOf(":")
const c=a>0?i.slice(0,a):readString(r?.username)
const d=a>0?i.slice(a+1).replace(/\0+$/,""):readString(r?.password)
return c&&d?{kind:"password",username:c,password:d}:undefined}async function askHelper({exec:e,signal:t,helperMs:n=6e4},s,r){const i=`docker-credential-${s}`
const broken=(e,t)=>new o.yo({code:"registry/credential-helper",message:`Docker's credential helper does not answer for ${r}`,why:e,fix:`install ${i}, or take it out of Docker's config.json`},{cause:t})
if(!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(s))throw broken(`${JSON.stringify(s)} is no name of a helper`)
const a=AbortSignal.timeout(n)
const c=t===undefined?a:AbortSignal.any([t,a])
const d={input:serverName(r),signal:c,graceMs:1e3}
const{exitCode:u,stdout:f}=await e([i,"get"],d).catch(e=>{throw broken(`${i} cannot be run`,e)})
t?.throwIfAborted()
if(a.aborted)throw broken(`${i} said nothing for ${n/1e3} s`)
if(u!==0){if(/credentials not found|not found in native keychain/i.test(f))return undefined
throw broken(`${i} ended with ${u}`)}let l
try{l=readObject(JSON.parse(f))}catch{throw broken(`${i} did not answer in JSON`)}const h=readString(l?.Username)
const p=readString(l?.Secret)
if(h===undefined||p===undefined)return undefined
return h==="<token>"?{kind:"identity",token:p}:{kind:"password",username:h,password:p}}const k={aarch64:"arm64",x86_64:"amd64","x86-64":"amd64"}
function normalPlatform({os:e,architecture:t,variant:n}){const s=k[t]??t
const r=s==="arm64"?"v8":s==="amd64"?"v1":undefined
const o=s==="arm"?n??"v7":n===r?undefined:n
return[e,s,o].filter(e=>e!==undefined&&e!=="").join("/")}function parsePlatform(e){const[t="linux",n="",s]=e.split("/")
return{os:t,architecture:n,...s!==undefined&&{variant:s}}}function samePlatform(e,t){return normalPlatform(e)===normalPlatform(t)}function facts_readConfig(e){const t=readObject(e)
const n=readObject(t?.config)
const s=readString(t?.os)??"linux"
const r=readString(t?.architecture)??"unknown"
const o=readString(t?.variant)
const i=readHealthcheck(n?.Healthcheck)
const a={variant:o,created:readString(t?.created),user:readString(n?.User),workingDir:readString(n?.WorkingDir),entrypoint:readList(n?.Entrypoint),command:readList(n?.Cmd),healthcheck:i}
return{os:s,architecture:r,platform:normalPlatform({os:s,architecture:r,...o!==undefined&&{variant:o}}),env:readEnv(n?.Env),exposedPorts:Object.keys(readObject(n?.ExposedPorts)??{}).sort(),labels:readStrings(n?.Labels),settings:Object.fromEntries(Object.entries(n??{}).filter(([e])=>e!=="Labels")),onbuild:readList(n?.OnBuild)??[],diffIds:readList(readObject(t?.rootfs)?.diff_ids)??[],history:(Array.isArray(t?.history)?t.history:[]).map(readStep),...present(a)}}function attestationsOf(e,t){return e.filter(e=>isAttestation(e)&&e.annotations?.["vnd.docker.reference.digest"]===t)}function present(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}function readEnv(e){return Object.fromEntries((readList(e)??[]).map(e=>{const t=e.indexOf("=")
return t===-1?[e,""]:[e.slice(0,t),e.slice(t+1)]}))}function readStep(e){const t=readObject(e)
const n=readString(t?.created)
return{createdBy:readString(t?.created_by)??"",...n!==undefined&&{created:n},empty:t?.empty_layer===true}}function readHealthcheck(e){const t=readObject(e)
const n=readList(t?.Test)
if(n===undefined)return undefined
const ms=e=>typeof e==="number"&&e>0?e/1e6:undefined
const s=typeof t?.Retries==="number"&&t.Retries>0?t.Retries:undefined
const r={interval:ms(t?.Interval),timeout:ms(t?.Timeout),startPeriod:ms(t?.StartPeriod),retries:s}
return{test:n,...present(r)}}var $=n(49554)
async function headManifest(e,t){const n=`manifests/${(0,$.Z9)(t)}`
const s={host:t.host,repository:t.repository,push:false}
const{status:r,headers:o}=await e({scope:s,method:"HEAD",path:n,accept:a})
if(r===404)return undefined
const i=o["docker-content-digest"]
const c=o["content-type"]?.split(";")[0]?.trim()
const d=Number(o["content-length"])
if(i===undefined||!(0,$.Bc)(i)||!c||!Number.isInteger(d))return(await getManifest(e,t))?.descriptor
if(t.digest!==undefined&&t.digest!==i)throw mismatch({host:t.host,call:`HEAD ${n} of ${t.repository}`},`it answers with ${i}`)
return{mediaType:c,digest:i,size:d}}async function getManifest(e,t){const{host:n,repository:s}=t
const r=`manifests/${(0,$.Z9)(t)}`
const o={host:n,call:`GET ${r} of ${s}`}
const c={host:n,repository:s,push:false}
const{status:d,headers:u,body:f}=await e({scope:c,method:"GET",path:r,accept:a})
if(d===404)return undefined
const l=u["docker-content-digest"]
const h=digestLike(l,f)
const p=t.digest===undefined||t.digest===h?h:digestLike(t.digest,f)
if(l!==undefined&&l!==h)throw mismatch(o,`it calls ${l} what is ${h}`)
if(t.digest!==undefined&&t.digest!==p)throw mismatch(o,`what it sends is ${p}`)
let g
let m
try{g=JSON.parse((new TextDecoder).decode(f))
m=readManifest(g)}catch(e){throw mismatch(o,`what it sends is no image: ${e instanceof SyntaxError?"not JSON":e.message}`)}const y=u["content-type"]?.split(";")[0]?.trim()
const w=m.kind==="index"?i.index:i.manifest
const b=typeof g.mediaType==="string"?g.mediaType:y?.includes("+json")?y:w
return{descriptor:{mediaType:b,digest:p,size:f.length},bytes:f,json:g,content:m}}async function putManifest(e,t,n,s){const{host:r,repository:o}=t
const i=`manifests/${t.tag??(0,$.Z9)(t)}`
const a={host:r,call:`PUT ${i} of ${o}`}
const c={host:r,repository:o,push:true}
const d=digestLike(t.digest,n)
const u=t.digest===undefined||t.digest===d
const f={scope:c,method:"PUT",path:i,contentType:s,body:n}
const{status:l,headers:h,body:p}=await e({...f,...u&&{digestHolds:u}})
if(l===404)throw refused(a,readAnswer(l,p))
const g=h["docker-content-digest"]??d
if(g!==d&&g!==digestLike(g,n))throw mismatch(a,`it stored ${g} where ${d} was sent`)
return{mediaType:s,digest:d,size:n.length}}async function resolve(e,t,n,s){const{host:r,repository:o}=n
const i=s===undefined?await headManifest(e,n):await getManifest(e,n)
if(i===undefined)throw notFound({host:r,call:(0,$.FH)(n)},`check the name and tag of ${t}`)
const{digest:a}="descriptor"in i?i.descriptor:i
const c=(0,$.FH)({host:r,repository:o,digest:a})
if(s===undefined||!("descriptor"in i))return{pinned:c,digest:a}
if(i.content.kind==="image")return{pinned:c,digest:a,platformDigest:a}
const d=childFor(i.content.manifests,s)
if(d===undefined)throw noPlatform((0,$.FH)(n),i.content.manifests,s)
return{pinned:c,digest:a,platformDigest:d.digest}}async function imageFacts(e,t,n,s){const r=(0,$.F2)(n)
const{host:o,repository:i}=r
const a=await t.manifest(e,r)
if(a===undefined)return undefined
let c=a
let d
if(a.content.kind==="index"){const r=childFor(a.content.manifests,s)
if(r===undefined)throw noPlatform(n,a.content.manifests,s)
const u=await t.manifest(e,{host:o,repository:i,digest:r.digest})
if(u===undefined)throw notFound({host:o,call:`GET manifests/${r.digest} of ${i}`},"build and push it again")
c=u
d={indexDigest:a.descriptor.digest,attestations:attestationsOf(a.content.manifests,r.digest)}}const{content:u,descriptor:f}=c
const l={host:o,call:`GET manifests/${f.digest} of ${i}`}
if(u.kind!=="image")throw mismatch(l,"it is an index where an image should be")
const h=await t.config(e,{host:o,repository:i},u.config.digest)
let p
try{p=JSON.parse((new TextDecoder).decode(h))}catch{throw mismatch(l,"the image's config is not JSON")}return{ref:n,digest:f.digest,mediaType:f.mediaType,manifestSize:f.size,...d??{attestations:[]},annotations:u.annotations,layers:u.layers,size:u.layers.reduce((e,{size:t})=>e+t,u.config.size),...facts_readConfig(p)}}function childFor(e,t){const n=parsePlatform(t)
return e.find(e=>!isAttestation(e)&&e.platform&&samePlatform(e.platform,n))}function noPlatform(e,t,n){const s=t.flatMap(e=>e.platform&&!isAttestation(e)?normalPlatform(e.platform):[])
return new RegistryError({code:"registry/no-platform",message:`${e} is not made for ${n}`,why:s.length===0?"its index names no platform":`it is there for ${s.join(", ")}`,fix:"take another image or tag, or another platform"})}class Logins{#e
#t
#n=new Map
#s=new Map
constructor(e,t){this.#e=e
this.#t=t}challengeOf(e){return this.#n.get(e)}learn(e,t){const{scope:n,...s}={scope:undefined,...t}
this.#n.set(e,s)}async get(e,t,n){const s=keyOf(e)
const r=this.#s.get(s)
if(r!==undefined&&this.#t()<r.expires)return r.login
const o={login:Promise.resolve({header:undefined,known:false}),expires:Infinity}
const i=this.#r(e,t,n,e=>{o.expires=this.#t()+e})
const a=Object.assign(o,{login:i})
this.#s.set(s,a)
i.catch(()=>{if(this.#s.get(s)===a)this.#s.delete(s)})
return i}async forget(e,t){const n=this.#s.get(keyOf(e))
if(n&&(await n.login).header===t&&this.#s.get(keyOf(e))===n)this.#s.delete(keyOf(e))}async#r(e,t,n,s){const r=await this.#e(e.host)
const o=r!==undefined
if(t.kind==="basic"){const e=r?.kind==="password"?basic(r):undefined
return{header:e,known:o}}const i=t.scope??`repository:${e.repository}:${e.push?"pull,push":"pull"}`
const a=e.from===undefined?i:`${i} repository:${e.from}:pull`
const c=await n(...tokenRequest(t.realm,t.service,a,r))
const d=c.status===200?readJson(c.body):undefined
const u=readString(d?.token)??readString(d?.access_token)
if(u===undefined)return{header:undefined,known:o}
const f=typeof d?.expires_in==="number"&&d.expires_in>0?d.expires_in:60
s(Math.max(f-10,f/2)*1e3)
return{header:`Bearer ${u}`,known:o}}}function keyOf({host:e,repository:t,push:n,from:s=""}){return`${e} ${t} ${n} ${s}`}function basic({username:e,password:t}){return`Basic ${Buffer.from(`${e}:${t}`).toString("base64")}`}function tokenRequest(e,t,n,s){if(s?.kind==="identity"){const r=new URLSearchParams({grant_type:"refresh_token",client_id:"lucid",scope:n})
r.set("refresh_token",s.token)
if(t)r.set("service",t)
return[e,{"content-type":"application/x-www-form-urlencoded"},r.toString()]}const r=new URL(e)
if(t)r.searchParams.set("service",t)
for(const e of n.split(" "))r.searchParams.append("scope",e)
return[r,s?{authorization:basic(s)}:{}]}function readJson(e){try{return readObject(JSON.parse((new TextDecoder).decode(e)))}catch{return undefined}}class Memory{#o=new Map
#i=new Map
async manifest(e,t){const n=t.digest===undefined?undefined:this.#o.get(memory_keyOf(t,t.digest))
if(n!==undefined)return n
const s=await getManifest(e,t)
if(s!==undefined)this.#o.set(memory_keyOf(t,s.descriptor.digest),s)
return s}async config(e,t,n){const s=memory_keyOf(t,n)
const r=this.#i.get(s)??await getBlob(e,t,n,16<<20)
this.#i.set(s,r)
return r}}function memory_keyOf({host:e,repository:t},n){return(0,$.FH)({host:e,repository:t,digest:n})}class Pace{#a
#c=new Map
#d=new Map
constructor(e){this.#a=e}write(e,t){const n=this.#c.get(e)??gate(this.#a)
this.#c.set(e,n)
return n(t)}hold(e,t){const n=performance.now()+t
if(n>(this.#d.get(e)??0))this.#d.set(e,n)}async turn(e,t,n,s){const r=this.#d.get(e)
const o=performance.now()
if(r===undefined||r<=o)return
const i=r-o
const a=Math.min(i+n*Math.min(i,1e3),t-o)
if(a>0)await sleep(a,s)}}const _=5e3
class Waits{#u
#f
#l=new Map
constructor(e,t=_){this.#u=e
this.#f=t}begin(e,t){const n=this.#l.get(e)??new Set
this.#l.set(e,n)
const s={}
let r=t
const tell=t=>this.#u({stage:"registry",subject:e,state:t,text:r})
const o=setTimeout(()=>{n.add(s)
tell(n.size===1?"started":"update")},this.#f).unref()
return{again:e=>{r=`${t}: ${e}`
if(n.has(s))tell("update")},[Symbol.dispose]:()=>{clearTimeout(o)
if(n.delete(s)&&n.size===0)tell("done")}}}}function readMirrors(e){const t=[]
const n=new Map
for(const s of e.flatMap(e=>e.split(",")).map(e=>e.trim())){if(s==="")continue
const[e="",r="",...o]=s.split("=")
const i=r.replace(/\/+$/,"")
const a=(0,$.Wf)(`${e}/name`)
const c=o.length===0&&a.kind==="reference"&&/^(?:library\/)?name$/.test(a.reference.repository)&&(0,$.Wf)(`${i}/name`).kind==="reference"&&/^[^/]*[.:]|^localhost/.test(i)
if(c)n.set(a.reference.host,i)
else{const e="write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io"
t.push({code:"registry/bad-mirror",message:`${JSON.stringify(s)} is no mirror`,fix:e})}}if(t.length>0)throw new o.yo(t)
return n}function openRegistry(e={}){const{auth:t=anonymous,concurrency:n=16}=e
const s={http:(0,h.f)(e.env??{}),logins:new Logins(t,()=>performance.now()),retry:e.retry??c,deadlineMs:e.deadlineMs??3e5,idleMs:e.idleMs??3e4,insecure:new Set(e.insecure),gate:gate(n),pace:new Pace(e.writes??6),random:Math.random,waits:new Waits(e.progress??(()=>{}),e.slowMs)}
const r=new Memory
const o=e.mirrors??new Map
const open=e=>registryOver(openClient({...s,signal:e}),r,o,open)
return open(e.signal??(new AbortController).signal)}function registryOver(e,t,n,s){const r=new Map
return{head:async t=>headManifest(e,(0,$.F2)(t)),manifest:async n=>t.manifest(e,(0,$.F2)(n)),blob:async(t,n,s=16<<20)=>getBlob(e,(0,$.F2)(t),n,s),readBlob:async(t,n,s)=>readBlob(e,(0,$.F2)(t),n,s),putManifest:async(t,n,s)=>putManifest(e,(0,$.F2)(t),n,s),putBlob:async(t,n)=>putBlob(e,(0,$.F2)(t),n),copyBlob:async(t,n,s)=>copyBlob(e,(0,$.F2)(t),(0,$.F2)(n),s),async resolve(t,s){const o=(0,$.F5)((0,$.F2)(t),n)
const i=`${(0,$.FH)(o)} ${s??""}`
const a=r.get(i)??resolve(e,t,o,s)
r.set(i,a)
return a},imageFacts:async(n,s)=>imageFacts(e,t,n,s),mirrored:e=>(0,$.FH)((0,$.F5)((0,$.F2)(e),n)),stoppedBy:s}}})}
