export const id=9449
export const ids=[9449]
export const modules={96273:((e,t,n)=>{n.d(t,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
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
return Object.entries(i).flatMap(([e,t])=>s.has(e)?[t]:[])}const i={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),85177:((e,t,n)=>{n.d(t,{p:()=>githubRun})
var s=n(51455)
var r=n(85465)
const o=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const i=["create","deployment","deployment_status","release","workflow_dispatch"]
const a="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readEvent(e,t){const{GITHUB_EVENT_NAME:n="",GITHUB_REF:s="",GITHUB_SHA:r}=e
switch(n){case"push":{const e=read_event_text(t.ref)??s
const n=present(read_event_text(t.after),read_event_text(toObject(t.head_commit).id),r)
const o=reading("`push`",atRef(e,n,{kind:"push",base:t.base_ref}),a)
return t.deleted===true?{...o,deleted:shortRef(e)}:o}case"delete":return{...reading("`delete`",[],a),deleted:`${t.ref_type==="tag"?"git tag":"branch"} ${read_event_text(t.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return reading(`\`${n}\``,pull(t,s,r),d)
case"pull_request_target":return reading(`\`${n}\``,pull(t,s),u)
case"merge_group":{const e=toObject(t.merge_group)
const n={kind:"merge_group",base:branchOf(e.base_ref)??""}
const o={event:n,commits:present(read_event_text(e.head_sha),r),refs:present(read_event_text(e.head_ref)??s)}
return reading("`merge_group`",[o],a)}case"schedule":return reading("`schedule`",atRef(s,present(r),{kind:"schedule"}),a)
case"workflow_run":return workflowRun(t,e)
case"issue_comment":return reading("`issue_comment`",[...atRef(s,present(r)),...commented(t)],a)
case"release":{const e=read_event_text(toObject(t.release).tag_name)
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
return claim({kind:"tag",tag:i,...a!==undefined&&{base:a}})}const branchOf=e=>read_event_text(e)?.replace("refs/heads/","")
function pull(e,t,n){const s=toObject(e.pull_request)
const[r,o]=[toObject(s.head),toObject(s.base)]
const i=typeof s.number==="number"?s.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1])
const a=Number.isSafeInteger(i)?i:undefined
const c=read_event_text(r.sha)
const d={kind:"pull_request",...a!==undefined&&{number:a},head:read_event_text(r.ref)??"",base:read_event_text(o.ref)??"",fork:r.repo==null||read_event_text(toObject(r.repo).full_name)!==read_event_text(toObject(o.repo).full_name),...c!==undefined&&{headRevision:c}}
return[{event:d,commits:present(c,read_event_text(s.merge_commit_sha),n),refs:pullRefs(a)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:t,pull_request:n}=toObject(e.issue)
if(typeof t!=="number"||n==null)return[]
const s={kind:"pull_request",number:t,head:"",base:"",fork:true}
return[{event:s,commits:[],refs:pullRefs(t)}]}function workflowRun(e,{GITHUB_REF:t="",GITHUB_SHA:n}){const s=toObject(e.workflow_run)
const r=toObject(e.repository)
const[a,c,d]=[read_event_text(s.event)??"",read_event_text(s.head_branch),read_event_text(s.head_sha)]
const u=`\`workflow_run\`, after \`${a}\`,`
const l=read_event_text(toObject(s.head_repository).full_name)
const h=l===undefined||l!==read_event_text(r.full_name)
if(h||a.startsWith("pull_request"))return reading(u,[pullOfRun(s,h)],f)
if(c===undefined)return reading(u,[],f)
const p=c===read_event_text(r.default_branch)
const g=["push","schedule","merge_group","workflow_run",...i,...o].includes(a)
const m=a==="push"?"push":"manual"
const y=c.startsWith("gh-readonly-queue/")
const w=g&&(p||y)?present(d,t===`refs/heads/${c}`?n:undefined):[]
const b=p||y?[]:atRef(`refs/tags/${c}`,[])
return reading(u,[...atRef(`refs/heads/${c}`,w,{kind:m}),...b],f)}function pullOfRun(e,t){const n=read_event_text(e.head_sha)
const s=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(toObject)
const r=s.filter(({head:e})=>n!==undefined&&toObject(e).sha===n)
const[o]=r.length===1?r:[]
const i=typeof o?.number==="number"?o.number:undefined
const a={...{kind:"pull_request",...i!==undefined&&{number:i}},...{head:read_event_text(e.head_branch)??"",base:read_event_text(toObject(o?.base).ref)??"",fork:t},...n!==undefined&&{headRevision:n}}
return{event:a,commits:present(n),refs:pullRefs(i)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const present=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const toObject=e=>typeof e==="object"&&e!==null?e:{}
const read_event_text=e=>typeof e==="string"&&e!==""?e:undefined
const l=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,s.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,toObject(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new r.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is not JSON: ${t}`,why:e.message,fix:"run it on GitHub's own runner, or elsewhere without GITHUB_ACTIONS and with `--event` and `--revision`"},{cause:e})}}function readRun(e,t){const n=toObject(t.repository)
const s=readEvent(e,t)
const r=e.GITHUB_SERVER_URL??"https://github.com"
const o=read_event_text(n.default_branch)
const i=read_event_text(n.html_url)??(e.GITHUB_REPOSITORY&&`${r}/${e.GITHUB_REPOSITORY}`)
const a=read_event_text(n.name)
const c=read_event_text(n.description)
const d=read_event_text(toObject(n.license).spdx_id)
const u=s.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...s,fromFork:u,readOnly:u&&l.includes(e.GITHUB_EVENT_NAME??""),repository:{...o&&{defaultBranch:o},...i&&{url:i},...a&&{title:a},...c&&{description:c},...d&&{licenses:d}}}}}),64569:((e,t,n)=>{n.d(t,{U9:()=>isLoopback,fb:()=>openHttp,uU:()=>proxyIn})
var s=n(32270)
function openHttp(e,t=s.m){const n=new Map
const agentFor=({protocol:t,hostname:s})=>{const r=t+s
const o=n.get(r)
if(o!==undefined)return o
const i=isLoopback(s)
const a=`${t} ${i?"here":"elsewhere"}`
const c=n.get(a)??open(t,i?{}:e)
n.set(a,c).set(r,c)
return c}
return async e=>{const{request:n,agent:s}=await agentFor(e.url)
try{return await once(n,s,e,t)}catch(r){const o=e.body===undefined||e.body instanceof Uint8Array
if(r.stale&&o)return once(n,s,e,t)
throw r}}}async function open(e,t){const s=e==="https:"?await Promise.resolve().then(n.t.bind(n,44708,19)):await Promise.resolve().then(n.t.bind(n,37067,19))
const r={...t}
return{request:s.request,agent:new s.Agent({keepAlive:true,maxFreeSockets:32,proxyEnv:r})}}function proxyIn(e,t,n){const s=t.protocol==="https:"?"HTTPS_PROXY":"HTTP_PROXY"
const r=n[s.toLowerCase()]?s.toLowerCase():s
const o=URL.parse(n[r]??"")
if(o===null||isLoopback(t.hostname))return undefined
const{code:i,hostname:a,port:c}=e
const d=i==="ERR_PROXY_TUNNEL"||a===o.hostname||`${c}`===o.port
return d?{address:o.origin,variable:r}:undefined}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(e)}function once(e,t,n,s){const{method:r,url:o,headers:i,body:a,signal:c,idleMs:d,left:u,maxBytes:f}=n
return new Promise((l,h)=>{const p=a===undefined&&r!=="PUT"&&r!=="POST"?undefined:a?.length??0
const g=e(o,{method:r,agent:t,headers:{...i,...p!==undefined&&{"content-length":p}}})
stopWith(c,g)
const inTime=e=>s.after(e>1e4?Math.ceil(e/1e3)*1e3:Math.max(1,e),check)
const check=()=>{const e=u()
if(e>0)m=inTime(e)
else g.destroy(failure("the time for this call ran out","DEADLINE"))}
let m=inTime(u())
g.on("close",()=>m())
g.setTimeout(d,()=>g.destroy(failure(`no answer for ${d/1e3} s`,"ETIMEDOUT")))
g.on("error",e=>h(g.reusedSocket&&e.code==="ECONNRESET"?Object.assign(e,{stale:true}):e))
g.on("response",e=>{const t=e.statusCode??0
if(n.stream&&t>=200&&t<300)return l({status:t,headers:flat(e.headers),body:new Uint8Array,stream:e})
const s=[]
let r=0
e.on("data",t=>{r+=t.length
if(r>f)e.destroy(failure(`the answer is longer than ${f} bytes`,"TOO_LARGE"))
else s.push(t)})
e.on("error",h)
e.on("end",()=>l({status:t,headers:flat(e.headers),body:Buffer.concat(s)}))})
if(a===undefined||a instanceof Uint8Array)g.end(a)
else a.open().then(e=>{e.on("error",e=>g.destroy(e))
g.on("close",()=>e.destroy())
e.pipe(g)},e=>g.destroy(e))})}const r=new WeakMap
function stopWith(e,t){const stop=e=>e.destroy(failure("it was stopped","ABORT_ERR"))
if(e.aborted)stop(t)
const n=r.get(e)??new Set
if(!r.has(e)){r.set(e,n)
e.addEventListener("abort",()=>n.forEach(stop),{once:true})}n.add(t)
t.on("close",()=>n.delete(t))}function flat(e){const t={}
for(const n in e){const s=e[n]
t[n]=Array.isArray(s)?s.join(", "):s}return t}function failure(e,t){return Object.assign(new Error(e),{code:t})}}),46257:((e,t,n)=>{n.d(t,{gl:()=>RegistryError,KM:()=>childFor,d8:()=>dockerCredentials,Me:()=>openRegistry,ph:()=>readMirrors})
var s=n(11886)
var r=n(32270)
var o=n(95538)
var i=n(64569)
var a=n(77598)
var c=n(57075)
var d=n(30902)
var u=n(97444)
var f=n(85465)
class RegistryError extends f.yo{code
status
registryCode
constructor(e,t={},n){super(e,n)
this.code=e.code
this.status=t.status
this.registryCode=t.registryCode}}function unreachable({host:e,call:t},n,{tries:s,proxy:r}){const o=n?.code
const i=n instanceof Error&&n.message!==""?n.message:String(o??n)
const a=r&&` (by the proxy ${r.address} of ${r.variable})`
return new RegistryError({code:"registry/unreachable",message:`cannot reach the registry ${e}: ${t}`,why:`${i}${a??""}${s>1?` (${s} tries)`:""}`,fix:r?`check ${r.variable}, or add ${e} to NO_PROXY if no proxy leads there`:l[String(o)]?.(e)??`check that ${e} is right and that this machine can reach it`},{},{cause:n})}const l={ENOTFOUND:e=>`check the name ${e}: no name server knows it, or this machine has no network`,EAI_AGAIN:()=>"check the network of this machine: its name server does not answer",ECONNREFUSED:e=>`check the port: nothing listens at ${e}`,SELF_SIGNED_CERT_IN_CHAIN:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",UNABLE_TO_VERIFY_LEAF_SIGNATURE:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",DEPTH_ZERO_SELF_SIGNED_CERT:()=>"name the certificate of the registry in NODE_EXTRA_CA_CERTS"}
function late(e,t={}){const[n]=e.problems
if(n===undefined||t.why===undefined)return e
const s=t.fix===undefined?`${n.why}; ${t.why}`:t.why
const{status:r,registryCode:o}=e
const i={...r!==undefined&&{status:r},...o!==undefined&&{registryCode:o}}
return new RegistryError({...n,...t,why:s},i,{cause:e})}function denied({host:e,repository:t="",call:n},{status:s,said:r},o){const i=`docker login${e==="docker.io"?"":` ${e}`}`
const a=e==="ghcr.io"?`log in (${i}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`:`log in (${i}) with an account that may do this`
const c=(0,u.c)({host:e,repository:t},r,o?"used":"unknown")
return new RegistryError({code:"registry/denied",message:`${e} refuses: ${n}`,why:`${s}${r} (${o?"with the credentials of Docker's config":"without credentials"})`,fix:c??(o?`${a}, and check that the repository's name is right`:a)},{status:s})}function unavailable({host:e,call:t},n,s){const r=n.status===429||n.status===403
return new RegistryError({code:r?"registry/rate-limited":"registry/unavailable",message:`${e} ${r?"limits the rate":"is failing"}: ${t}`,why:`${n.status}${n.said}, ${s===1?"one try":`${s} tries`}`,fix:r?`log in (docker login ${e}), use a mirror, or try again later`:"try again later"},n)}function refused({host:e,repository:t,call:n},s){const r=`${s.status}${s.said}`
const o=t&&(0,u.c)({host:e,repository:t},r,"unknown")
return new RegistryError({code:"registry/refused",message:`${e} does not accept: ${n}`,why:r,...o&&{fix:o}},s)}function mismatch({host:e,call:t},n){return new RegistryError({code:"registry/mismatch",message:`${e} is wrong: ${t}`,why:n})}function notFound({host:e,call:t},n){return new RegistryError({code:"registry/not-found",message:`not there: ${t} at ${e}`,fix:n},{status:404})}function readAnswer(e,t){let n
try{const{errors:e}=(0,d.Ag)(JSON.parse((new TextDecoder).decode(t.subarray(0,16384))))??{}
n=Array.isArray(e)?(0,d.Ag)(e[0]):undefined}catch{}const s=(0,d.E3)(n?.code)
const r=[s,(0,d.E3)(n?.message)].filter(Boolean).join(": ")
const o=r.replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,300)
return{status:e,said:o===""?"":` ${o}`,...s!==undefined&&{registryCode:s}}}const h={tries:6,baseMs:1e3,capMs:6e4,retryAfterCapMs:12e4}
const p=new Set([408,429,499,500,502,503,504,522])
function mayPass(e){return p.has(e)}function connectionMayRecover(e){const t=e?.code
return typeof t==="string"&&["ECONNRESET","ECONNABORTED","EPIPE","ETIMEDOUT","EAI_AGAIN"].includes(t)}function retryDelay(e,t,n,s){if(s!==undefined)return Math.min(s,e.retryAfterCapMs)
return n*Math.min(e.capMs,e.baseMs*2**(t-1))}function readRetryAfter(e,t){if(e===undefined)return undefined
const n=e.trim()
if(/^\d+$/.test(n))return Number(n)*1e3
const s=Date.parse(n)
const r=Date.parse(t??"")
return Number.isNaN(s)||Number.isNaN(r)?undefined:Math.max(0,s-r)}function gate(e){const t=[]
let n=0
return async s=>{if(n>=e)await new Promise(e=>t.push(e))
else n++
try{return await s()}finally{const e=t.shift()
if(e)e()
else n--}}}const g=36e5
const m=4
async function getBlob(e,t,n,s){const r={host:t.host,repository:t.repository,push:false}
const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const{status:i,body:a}=await e({scope:r,method:"GET",path:`blobs/${n}`,maxBytes:s})
if(i===404)throw notFound(o,"build and push the image again")
const c=(0,d.kG)(n,a)
if(c!==n)throw mismatch(o,`what it sends is ${c}`)
return a}async function hasBlob(e,{host:t,repository:n,push:s},r){const{status:o}=await e({scope:{host:t,repository:n,push:s},method:"HEAD",path:`blobs/${r}`})
return o!==404}async function putBlob(e,t,n){const s=(0,d.sc)(n)
await untilThere(e,t,s,async()=>finish(e,t,await begin(e,t),s,{body:n}))
return{mediaType:"application/octet-stream",digest:s,size:n.length}}async function copyBlob(e,t,n,{digest:s,size:r,onChunk:o}){let i="present"
await untilThere(e,n,s,async()=>{const a=t.host===n.host?await mount(e,t,n,s):await begin(e,n)
i=a==="mounted"?a:"streamed"
if(a==="mounted")return
const open=()=>download(e,t,s,o)
await finish(e,n,a,s,{body:{length:r,open:open},once:true,deadlineMs:g})})
return i}async function untilThere(e,t,n,s){for(let r=1;;r++){if(await hasBlob(e,{...t,push:true},n))return
try{return await s()}catch(e){if(!mayBeginAnew(e)||r>=m)throw e}}}function mayBeginAnew(e){if(!(e instanceof RegistryError))return false
const{code:t,status:n,registryCode:s=""}=e
if(t==="registry/unreachable"||t==="registry/unavailable"||t==="registry/rate-limited")return true
return n===404||n===416||/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(s)}async function begin(e,{host:t,repository:n}){const s={host:t,repository:n,push:true}
const r=await e({scope:s,method:"POST",path:"blobs/uploads/"})
return placeOf(r,{host:t,repository:n,call:`POST blobs/uploads/ of ${n}`})}async function checkPush(e,t){const n=await begin(e,t)
const{host:s,repository:r}=t
await e({scope:{host:s,repository:r,push:true},method:"DELETE",path:n,once:true}).catch(()=>{})}async function mount(e,t,n,s){const{host:r,repository:o}=n
const i={host:r,repository:o,push:true,from:t.repository}
const a=`blobs/uploads/?mount=${encodeURIComponent(s)}&from=${encodeURIComponent(t.repository)}`
const c=await e({scope:i,method:"POST",path:a}).catch(e=>{if(e instanceof RegistryError&&(e.code==="registry/refused"||e.code==="registry/denied"))return undefined
throw e})
if(c===undefined||c.status===404)return begin(e,n)
return c.status===201?"mounted":placeOf(c,{host:r,repository:o,call:`POST blobs/uploads/ of ${o}`})}function placeOf({status:e,headers:t,body:n},s){if(e===404)throw refused(s,readAnswer(404,n))
if(t.location===undefined)throw mismatch(s,"it names no place to upload to")
return t.location}async function finish(e,{host:t,repository:n},s,r,o){const i={host:t,repository:n,push:true}
const a=`${s}${s.includes("?")?"&":"?"}digest=${encodeURIComponent(r)}`
const c=await e({scope:i,method:"PUT",path:a,contentType:"application/octet-stream",...o})
if(c.status===404)throw refused({host:t,repository:n,call:`PUT upload of ${n}`},readAnswer(404,c.body))}const y=4
async function readBlob(e,t,{digest:n,size:s},r){const o={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
for(let i=1;;i++){const a=await download(e,t,n)
const c=r()
let d=0
try{for await(const e of a){d+=e.length
if(d>s)throw mismatch(o,`it sends more than the ${s} bytes that the manifest tells of`)
const t=c.take(e)
if(t!==undefined)await t}return await c.end()}catch(e){c.drop()
if(!connectionMayRecover(e))throw e
if(i>=y)throw unreachable(o,e,{tries:i})}finally{a.destroy()}}}async function download(e,{host:t,repository:n},s,r){const o={host:t,call:`GET blobs/${s} of ${n}`}
const i={host:t,repository:n,push:false}
const d=`blobs/${s}`
const{status:u,stream:f}=await e({scope:i,method:"GET",path:d,stream:true,deadlineMs:g})
if(u===404||f===undefined)throw notFound(o,"build and push the image again")
const l=s.startsWith("sha512:")?"sha512":"sha256"
const h=(0,a.createHash)(l)
const p=new c.Transform({transform(e,t,n){h.update(e)
r?.(e.length)
n(undefined,e)},flush(e){const t=`${l}:${h.digest("hex")}`
e(t===s?undefined:mismatch(o,`what it sends is ${t}`))}})
f.on("error",e=>p.destroy(e))
p.on("close",()=>f.destroy())
return f.pipe(p)}function readChallenge(e){const t=e??""
const n=/(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(t)?.[1]
if(n!==undefined){const e=new Map
for(const[,t,s,r]of n.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)){const n=t?.toLowerCase()??""
if(!e.has(n))e.set(n,s?.replace(/\\(.)/g,"$1")??r??"")}const t=e.get("realm")??""
const s=e.get("service")
const r=e.get("scope")
if(URL.canParse(t))return{kind:"bearer",realm:new URL(t),...s?{service:s}:{},...r?{scope:r}:{}}}return/(?:^|,\s*)Basic(?:\s|$|,)/i.test(t)?{kind:"basic"}:undefined}var w=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,r
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var b=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function openClient(e){const t=new Set
const n=new Map
return async s=>{const r={stack:[],error:void 0,hasError:false}
try{const{scope:o}=s
const a={host:o.host,repository:o.repository,call:callName(s)}
const c=timeFor(s,e)
const d=s.body===undefined||s.body instanceof Uint8Array?a.call:undefined
const u=w(r,e.waits.begin(o.host,d,c.giveUp),false)
const f=n.get(o.host)??baseUrl(o.host,e.insecure)
n.set(o.host,f)
const mayVisit=t=>t.protocol==="https:"||f.protocol==="http:"&&((0,i.U9)(t.hostname)||e.insecure.has(t.host))
const l=`${o.host} ${o.repository}`
const h=s.method==="PUT"||s.method==="POST"
const send=n=>sendWithRetries(e,{...a,time:c,wait:u},{...n,limit403:h&&t.has(l)})
const ask=(e,t,n)=>{if(!mayVisit(e))throw mismatch(a,`it sends logins to ${e.origin}, which is not https`)
const s=n===undefined?{}:{body:(new TextEncoder).encode(n)}
return send({method:n===undefined?"GET":"POST",url:e,headers:t,...s,maxBytes:1<<20})}
const logIn=async t=>{if(d!==undefined)u.update(`${a.call}: logging in`,c.giveUp)
const n=await e.logins.get(o,t,ask)
if(d!==undefined)u.update(d,c.giveUp)
return n}
const visit=e=>follow(send,s,f,e,mayVisit,a)
const p=e.logins.challengeOf(o.host)
let g=p&&await logIn(p)
let m=await visit(g?.header)
for(let t=0;m.status===401&&t<2;t++){const t=readChallenge(m.headers["www-authenticate"])
if(t===undefined)break
const n=g?.header
e.logins.learn(o.host,t)
if(n!==undefined)await e.logins.forget(o,n)
g=await logIn(t)
if(g.header===undefined||g.header===n)break
m=await visit(g.header)}const{status:y}=m
if(h&&y>=200&&y<300)t.add(l)
if(y>=200&&y<300||y===404)return m
const b=readAnswer(y,m.body)
if(y===401||y===403)throw denied(a,g?.refusal??b,g?.known??false)
throw refused(a,b)}catch(e){r.error=e
r.hasError=true}finally{b(r)}}}async function follow(e,t,n,s,r,o){let i=new URL(`/v2/${t.scope.repository}/`,n)
let a=t.path
for(let c=0;c<=5;c++){const c=URL.parse(a,i)
if(c===null||!r(c))throw mismatch(o,`it redirects to ${c?.origin??"no address"}`)
const d={"user-agent":"lucid-build-action",...t.accept&&{accept:t.accept},...t.contentType&&{"content-type":t.contentType},...s&&c.origin===n.origin&&{authorization:s}}
const u=t.body&&{body:t.body}
const{method:f,stream:l,once:h,digestHolds:p,maxBytes:g=4<<20}=t
const m=await e({method:f,url:c,headers:d,...u,maxBytes:g,...l&&{stream:l},...h&&{once:h},...p&&{digestHolds:p}})
const y=m.headers.location
if(m.status<300||m.status>=400||y===undefined)return m;[i,a]=[c,y]}throw mismatch(o,"it redirects in a circle")}function timeFor(e,{clock:t,limit:n,deadlineMs:s}){const r=t.now()
const o=r+(e.deadlineMs??s)
const deadline=()=>Math.min(o,n.until(r))
const i={get until(){return deadline()},next:"give up"}
return{began:r,deadline:deadline,giveUp:i}}async function sendWithRetries(e,{time:t,wait:n,...s},o){const{http:a,retry:c,signal:d,gate:u,pace:f,idleMs:l,random:h,limit:p,clock:g}=e
const left=()=>t.deadline()-g.now()
const pauseFor=async(e,o)=>{if(e<=0)return
n.update(`${s.call}: ${o}`,{until:g.now()+e,next:"retry"})
await(0,r.y)(e,d,g)
n.update(`${s.call}: ${o}; asked again`,t.giveUp)}
const m=o.once?1:c.tries
const y=o.stream||o.body!==undefined&&!(o.body instanceof Uint8Array)
const line=e=>y?e():u(e)
const send=()=>line(()=>a({...o,signal:d,idleMs:l,left:left}))
const w=o.method==="PUT"||o.method==="POST"
for(let n=1;;n++){await pauseFor(Math.min(f.pause(s.host,h()),left()),"too many requests")
d.throwIfAborted()
let r
let a
try{const e=await(w?f.write(s.host,send):send())
const t=e.status===429||isLimit(e)||o.limit403&&e.status===403&&n<3
const i=o.digestHolds&&n<4&&isWronged(e)
if(!mayPass(e.status)&&!t&&!i){p.succeeded()
return e}r=readRetryAfter(e.headers["retry-after"],e.headers.date)
a=unavailable(s,readAnswer(e.status,e.body),n)
if(t)f.hold(s.host,retryDelay(c,n,h(),r))}catch(r){d.throwIfAborted()
if(r instanceof RegistryError)throw r
if(r.code==="TOO_LARGE")throw mismatch(s,r.message)
a=unreachable(s,r,{tries:n,proxy:(0,i.uU)(r,o.url,e.env)})
if(r.code==="DEADLINE")throw late(a,p.why(t.began))
if(!connectionMayRecover(r))throw a}const u=retryDelay(c,n,h(),r)
if(n>=m)throw a
const l=p.isSet?Math.max(u,r??0):u
if(l>=left())throw late(a,{why:`the next try is due in ${seconds(l)}, and ${seconds(left())} are left`})
await pauseFor(u,a.problems[0]?.why??"failed")}}function isLimit({status:e,headers:t,body:n}){if(e!==403)return false
const said=()=>(new TextDecoder).decode(n.subarray(0,16384))
return t["retry-after"]!==undefined||/rate.?limit|too many requests|toomanyrequests/i.test(said())}const seconds=e=>`${Math.max(0,Math.round(e/1e3))} s`
function isWronged({status:e,body:t}){return e===400&&readAnswer(e,t).registryCode==="DIGEST_INVALID"}function callName({method:e,path:t,scope:n}){return`${e} ${/^(?:\/|https?:)/.test(t)?"upload":t.split("?")[0]} of ${n.repository}`}function baseUrl(e,t){const n=e==="docker.io"?"registry-1.docker.io":e
const s=new URL(`https://${n}`)
return(0,i.U9)(s.hostname)||t.has(e)?new URL(`http://${n}`):s}var k=n(51455)
var $=n(76760)
var _=n(96273)
const anonymous=async()=>undefined
function dockerCredentials(e){const t=(0,_.vg)(e.env)
let n
return async s=>{n??=readConfig($.join(t,"config.json"))
const r=await n
const o=(0,d.Ag)(r.credHelpers)
const i=(0,d.E3)(o?.[serverName(s)])??(0,d.E3)(o?.[s])??(0,d.E3)(r.credsStore)
const a=fromAuths((0,d.Ag)(r.auths),s)
if(i===undefined)return a
return await askHelper(e,i,s)??a}}async function readConfig(e){const t="mend the file, or remove it and run docker login again"
let n
try{n=await(0,k.readFile)(e,"utf8")}catch(t){if(t.code==="ENOENT")return{}
const n=t.message
throw new f.yo({code:"registry/docker-config",message:"cannot read Docker's config",why:n,at:{file:e}})}try{const e=(0,d.Ag)(JSON.parse(n))
if(e)return e}catch{}const s="Docker's config is not a JSON object"
throw new f.yo({code:"registry/docker-config",message:s,fix:t,at:{file:e}})}const E="https://index.docker.io/v1/"
function serverName(e){return e==="docker.io"?E:e}function fromAuths(e,t){const bare=e=>e.replace(/^https?:\/\//,"").split("/")[0]
const n=["index.docker.io","docker.io","registry-1.docker.io"]
const s=Object.keys(e??{}).find(e=>e===serverName(t))??Object.keys(e??{}).find(e=>t==="docker.io"?n.includes(bare(e)??""):bare(e)===t)
const r=s===undefined?undefined:(0,d.Ag)(e?.[s])
const o=(0,d.E3)(r?.identitytoken)
if(o!==undefined)return{kind:"identity",token:o}
const i=Buffer.from((0,d.E3)(r?.auth)??"","base64").toString()
const a=i.indexOf(":")
const c=a>0?i.slice(0,a):(0,d.E3)(r?.username)
const u=a>0?i.slice(a+1).replace(/\0+$/,""):(0,d.E3)(r?.password)
return c&&u?{kind:"password",username:c,password:u}:undefined}async function askHelper({exec:e,signal:t,helperMs:n=6e4},s,r){const o=`docker-credential-${s}`
const broken=(e,t)=>new f.yo({code:"registry/credential-helper",message:`Docker's credential helper does not answer for ${r}`,why:e,fix:`install ${o}, or take it out of Docker's config.json`},{cause:t})
if(!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(s))throw broken(`${JSON.stringify(s)} is not a name of a helper`)
const i=AbortSignal.timeout(n)
const a=t===undefined?i:AbortSignal.any([t,i])
const c={input:serverName(r),signal:a,graceMs:1e3}
const{exitCode:u,stdout:l}=await e([o,"get"],c).catch(e=>{throw broken(`${o} cannot be run`,e)})
t?.throwIfAborted()
if(i.aborted)throw broken(`${o} said nothing for ${n/1e3} s`)
if(u!==0){if(/credentials not found|not found in native keychain/i.test(l))return undefined
throw broken(`${o} ended with ${u}`)}let h
try{h=(0,d.Ag)(JSON.parse(l))}catch{throw broken(`${o} did not answer in JSON`)}const p=(0,d.E3)(h?.Username)
const g=(0,d.E3)(h?.Secret)
if(p===undefined||g===undefined)return undefined
return p==="<token>"?{kind:"identity",token:g}:{kind:"password",username:p,password:g}}var v=n(26100)
var O=n(9488)
async function headManifest(e,t){const n=`manifests/${(0,s.Z9)(t)}`
const r={host:t.host,repository:t.repository,push:false}
const{status:o,headers:i}=await e({scope:r,method:"HEAD",path:n,accept:d.My})
if(o===404)return undefined
const a=i["docker-content-digest"]
const c=i["content-type"]?.split(";")[0]?.trim()
const u=Number(i["content-length"])
if(a===undefined||!(0,s.Bc)(a)||!c||!Number.isInteger(u))return(await getManifest(e,t))?.descriptor
if(t.digest!==undefined&&t.digest!==a)throw mismatch({host:t.host,call:`HEAD ${n} of ${t.repository}`},`it answers with ${a}`)
return{mediaType:c,digest:a,size:u}}async function getManifest(e,t){const{host:n,repository:r}=t
const o=`manifests/${(0,s.Z9)(t)}`
const i={host:n,call:`GET ${o} of ${r}`}
const a={host:n,repository:r,push:false}
const{status:c,headers:u,body:f}=await e({scope:a,method:"GET",path:o,accept:d.My})
if(c===404)return undefined
const l=u["docker-content-digest"]
const h=(0,d.kG)(l,f)
const p=t.digest===undefined||t.digest===h?h:(0,d.kG)(t.digest,f)
if(l!==undefined&&l!==h)throw mismatch(i,`it calls ${l} what is ${h}`)
if(t.digest!==undefined&&t.digest!==p)throw mismatch(i,`what it sends is ${p}`)
let g
let m
try{g=JSON.parse((new TextDecoder).decode(f))
m=(0,d.WI)(g)}catch(e){throw mismatch(i,`what it sends is not an image: ${e instanceof SyntaxError?"not JSON":e.message}`)}const y=u["content-type"]?.split(";")[0]?.trim()
const w=m.kind==="index"?d.Ib.index:d.Ib.manifest
const b=typeof g.mediaType==="string"?g.mediaType:y?.includes("+json")?y:w
return{descriptor:{mediaType:b,digest:p,size:f.length},bytes:f,json:g,content:m}}async function putManifest(e,t,n,r){const{host:o,repository:i}=t
const a=`manifests/${t.tag??(0,s.Z9)(t)}`
const c={host:o,repository:i,call:`PUT ${a} of ${i}`}
const u={host:o,repository:i,push:true}
const f=(0,d.kG)(t.digest,n)
const l=t.digest===undefined||t.digest===f
const h={scope:u,method:"PUT",path:a,contentType:r,body:n}
const{status:p,headers:g,body:m}=await e({...h,...l&&{digestHolds:l}})
if(p===404)throw refused(c,readAnswer(p,m))
const y=g["docker-content-digest"]??f
if(y!==f&&y!==(0,d.kG)(y,n))throw mismatch(c,`it stored ${y} where ${f} was sent`)
return{mediaType:r,digest:f,size:n.length}}async function resolve(e,t,n,r){const{host:o,repository:i}=n
const a=r===undefined?await headManifest(e,n):await getManifest(e,n)
if(a===undefined)throw notFound({host:o,call:(0,s.FH)(n)},`check the name and tag of ${t}`)
const{digest:c}="descriptor"in a?a.descriptor:a
const d=(0,s.FH)({host:o,repository:i,digest:c})
if(r===undefined||!("descriptor"in a))return{pinned:d,digest:c}
if(a.content.kind==="image")return{pinned:d,digest:c,platformDigest:c}
const u=childFor(a.content.manifests,r)
if(u===undefined)throw noPlatform((0,s.FH)(n),a.content.manifests,r)
return{pinned:d,digest:c,platformDigest:u.digest}}async function imageFacts(e,t,n,r){const o=(0,s.F2)(n)
const{host:i,repository:a}=o
const c=await t.manifest(e,o)
if(c===undefined)return undefined
let d=c
let u
if(c.content.kind==="index"){const s=childFor(c.content.manifests,r)
if(s===undefined)throw noPlatform(n,c.content.manifests,r)
const o=await t.manifest(e,{host:i,repository:a,digest:s.digest})
if(o===undefined)throw notFound({host:i,call:`GET manifests/${s.digest} of ${a}`},"build and push it again")
d=o
u={indexDigest:c.descriptor.digest,attestations:(0,v.x)(c.content.manifests,s.digest)}}const{content:f,descriptor:l}=d
const h={host:i,call:`GET manifests/${l.digest} of ${a}`}
if(f.kind!=="image")throw mismatch(h,"it is an index where an image should be")
const p=await t.config(e,{host:i,repository:a},f.config.digest)
let g
try{g=JSON.parse((new TextDecoder).decode(p))}catch{throw mismatch(h,"the image's config is not JSON")}return{ref:n,digest:l.digest,mediaType:l.mediaType,manifestSize:l.size,...u??{attestations:[]},annotations:f.annotations,layers:f.layers,size:f.layers.reduce((e,{size:t})=>e+t,f.config.size),...(0,v.X)(g)}}function childFor(e,t){const n=(0,O.FL)(t)
return e.find(e=>!(0,d.H3)(e)&&e.platform&&(0,O.my)(e.platform,n))}function noPlatform(e,t,n){const s=t.flatMap(e=>e.platform&&!(0,d.H3)(e)?(0,O.Je)(e.platform):[])
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
const u=c.status===200?readJson(c.body):undefined
const f=(0,d.E3)(u?.token)??(0,d.E3)(u?.access_token)
const l=c.status===401||c.status===403
if(f===undefined)return{header:undefined,known:o,...l&&{refusal:readAnswer(c.status,c.body)}}
const h=typeof u?.expires_in==="number"&&u.expires_in>0?u.expires_in:60
s(Math.max(h-10,h/2)*1e3)
return{header:`Bearer ${f}`,known:o}}}function keyOf({host:e,repository:t,push:n,from:s=""}){return`${e} ${t} ${n} ${s}`}function basic({username:e,password:t}){return`Basic ${Buffer.from(`${e}:${t}`).toString("base64")}`}function tokenRequest(e,t,n,s){if(s?.kind==="identity"){const r=new URLSearchParams({grant_type:"refresh_token",client_id:"lucid",scope:n})
r.set("refresh_token",s.token)
if(t)r.set("service",t)
return[e,{"content-type":"application/x-www-form-urlencoded"},r.toString()]}const r=new URL(e)
if(t)r.searchParams.set("service",t)
for(const e of n.split(" "))r.searchParams.append("scope",e)
return[r,s?{authorization:basic(s)}:{}]}function readJson(e){try{return(0,d.Ag)(JSON.parse((new TextDecoder).decode(e)))}catch{return undefined}}class Memory{#o=new Map
#i=new Map
async manifest(e,t){const n=t.digest===undefined?undefined:this.#o.get(memory_cache_keyOf(t,t.digest))
if(n!==undefined)return n
const s=await getManifest(e,t)
if(s!==undefined)this.#o.set(memory_cache_keyOf(t,s.descriptor.digest),s)
return s}async config(e,t,n){const s=memory_cache_keyOf(t,n)
const r=this.#i.get(s)??await getBlob(e,t,n,16<<20)
this.#i.set(s,r)
return r}}function memory_cache_keyOf({host:e,repository:t},n){return(0,s.FH)({host:e,repository:t,digest:n})}class Pace{#a
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
const{silentMs:t,totalMs:n,end:s,option:r}=this.#f
if(this.#u.now()>=s)return{why:`the ${n/6e4} minutes for all requests are over`,fix:"try again later"}
const o=`no request to a registry has succeeded for ${t/1e3} s`
return{why:o,fix:`check the registry and the network, or allow more time with ${r}`}}}function readMirrors(e){const t=[]
const n=new Map
for(const r of e.flatMap(e=>e.split(",")).map(e=>e.trim())){if(r==="")continue
const[e="",o="",...i]=r.split("=")
const a=o.replace(/\/+$/,"")
const c=(0,s.Wf)(`${e}/name`)
const d=i.length===0&&c.kind==="reference"&&/^(?:library\/)?name$/.test(c.reference.repository)&&(0,s.Wf)(`${a}/name`).kind==="reference"&&/^[^/]*[.:]|^localhost/.test(a)
if(d)n.set(c.reference.host,a)
else{const e="write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io"
t.push({code:"registry/bad-mirror",message:`${JSON.stringify(r)} is not a mirror`,fix:e})}}if(t.length>0)throw new f.yo(t)
return n}function openRegistry(e={}){const{auth:t=anonymous,concurrency:n=16,clock:s=r.m}=e
const a=new TimeLimit(s)
const c={http:(0,i.fb)(e.env??{},s),env:e.env??{},logins:new Logins(t,s.now),retry:e.retry??h,deadlineMs:e.deadlineMs??3e5,idleMs:e.idleMs??3e4,insecure:new Set(e.insecure),gate:gate(n),pace:new Pace(e.writes??6,s),random:Math.random,waits:new o.d(e.progress,e.slowMs,s),limit:a,clock:s}
const d=new Memory
const u=e.mirrors??new Map
const open=e=>registryOver(openClient({...c,signal:e}),d,u,{limit:e=>a.begin(e),stoppedBy:open})
return open(e.signal??(new AbortController).signal)}function registryOver(e,t,n,r){const o=new Map
return{head:async t=>headManifest(e,(0,s.F2)(t)),manifest:async n=>t.manifest(e,(0,s.F2)(n)),blob:async(t,n,r=16<<20)=>getBlob(e,(0,s.F2)(t),n,r),readBlob:async(t,n,r)=>readBlob(e,(0,s.F2)(t),n,r),hasBlob:async(t,n)=>hasBlob(e,{...(0,s.F2)(t),push:false},n),putManifest:async(t,n,r)=>putManifest(e,(0,s.F2)(t),n,r),putBlob:async(t,n)=>putBlob(e,(0,s.F2)(t),n),checkPush:async t=>checkPush(e,(0,s.F2)(t)),copyBlob:async(t,n,r)=>copyBlob(e,(0,s.F2)(t),(0,s.F2)(n),r),async resolve(t,r){const i=(0,s.F5)((0,s.F2)(t),n)
const a=`${(0,s.FH)(i)} ${r??""}`
const c=o.get(a)??resolve(e,t,i,r)
o.set(a,c)
return c},imageFacts:async(n,s)=>imageFacts(e,t,n,s),mirrored:e=>(0,s.FH)((0,s.F5)((0,s.F2)(e),n)),...r}}}),26100:((e,t,n)=>{n.d(t,{X:()=>readConfig,x:()=>attestationsOf})
var s=n(30902)
var r=n(9488)
function readConfig(e){const t=(0,s.Ag)(e)
const n=(0,s.Ag)(t?.config)
const o=(0,s.E3)(t?.os)??"linux"
const i=(0,s.E3)(t?.architecture)??"unknown"
const a=(0,s.E3)(t?.variant)
const c=readHealthcheck(n?.Healthcheck)
const d={variant:a,created:(0,s.E3)(t?.created),user:(0,s.E3)(n?.User),workingDir:(0,s.E3)(n?.WorkingDir),entrypoint:(0,s.LD)(n?.Entrypoint),command:(0,s.LD)(n?.Cmd),healthcheck:c}
return{os:o,architecture:i,platform:(0,r.Je)({os:o,architecture:i,...a!==undefined&&{variant:a}}),env:readEnv(n?.Env),exposedPorts:Object.keys((0,s.Ag)(n?.ExposedPorts)??{}).sort(),labels:(0,s.Nc)(n?.Labels),settings:Object.fromEntries(Object.entries(n??{}).filter(([e])=>e!=="Labels")),onbuild:(0,s.LD)(n?.OnBuild)??[],diffIds:(0,s.LD)((0,s.Ag)(t?.rootfs)?.diff_ids)??[],history:(Array.isArray(t?.history)?t.history:[]).map(readStep),...present(d)}}function attestationsOf(e,t){return e.filter(e=>(0,s.H3)(e)&&e.annotations?.["vnd.docker.reference.digest"]===t)}function present(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}function readEnv(e){return Object.fromEntries(((0,s.LD)(e)??[]).map(e=>{const t=e.indexOf("=")
return t===-1?[e,""]:[e.slice(0,t),e.slice(t+1)]}))}function readStep(e){const t=(0,s.Ag)(e)
const n=(0,s.E3)(t?.created)
return{createdBy:(0,s.E3)(t?.created_by)??"",...n!==undefined&&{created:n},empty:t?.empty_layer===true}}function readHealthcheck(e){const t=(0,s.Ag)(e)
const n=(0,s.LD)(t?.Test)
if(n===undefined)return undefined
const ms=e=>typeof e==="number"&&e>0?e/1e6:undefined
const r=typeof t?.Retries==="number"&&t.Retries>0?t.Retries:undefined
const o={interval:ms(t?.Interval),timeout:ms(t?.Timeout),startPeriod:ms(t?.StartPeriod),retries:r}
return{test:n,...present(o)}}}),30902:((e,t,n)=>{n.d(t,{Ag:()=>readObject,E3:()=>readString,H3:()=>isAttestation,Ib:()=>r,LD:()=>readList,My:()=>o,Nc:()=>readStrings,WI:()=>readManifest,kG:()=>digestLike,sc:()=>sha256})
var s=n(77598)
const r={index:"application/vnd.oci.image.index.v1+json",manifest:"application/vnd.oci.image.manifest.v1+json",dockerList:"application/vnd.docker.distribution.manifest.list.v2+json",dockerManifest:"application/vnd.docker.distribution.manifest.v2+json",empty:"application/vnd.oci.empty.v1+json"}
const o=[r.index,r.manifest,r.dockerList,r.dockerManifest].join(", ")
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
return Object.fromEntries(t.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}}),9488:((e,t,n)=>{n.d(t,{FL:()=>parsePlatform,Je:()=>normalPlatform,my:()=>samePlatform})
const s={aarch64:"arm64",x86_64:"amd64","x86-64":"amd64"}
function normalPlatform({os:e,architecture:t,variant:n}){const r=s[t]??t
const o=r==="arm64"?"v8":r==="amd64"?"v1":undefined
const i=r==="arm"?n??"v7":n===o?undefined:n
return[e,r,i].filter(e=>e!==undefined&&e!=="").join("/")}function parsePlatform(e){const[t="linux",n="",s]=e.split("/")
return{os:t,architecture:n,...s!==undefined&&{variant:s}}}function samePlatform(e,t){return normalPlatform(e)===normalPlatform(t)}}),11886:((e,t,n)=>{n.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,_M:()=>repositoryOf,hG:()=>familiarName})
var s=n(85465)
const r=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const o=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const i=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const a=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const c="docker.io"
function isTag(e){return i.test(e)}function isDigest(e){return a.test(e)}function parseReference(e){const t=readReference(e)
if(t.kind==="problem")throw new s.yo(t.problem)
return t.reference}function readReference(e,t){const{name:n,tag:s,digest:r}=cut(e)
const{host:o,repository:i}=splitHost(n)
const a=wrongWith({host:o,repository:i,tag:s,digest:r})
if(a!==undefined){const n=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const s="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:n,why:a,fix:s,...t&&{at:t}}}}return{kind:"reference",reference:{host:o,repository:i,...s!==undefined&&{tag:s},...r!==undefined&&{digest:r}}}}function formatReference({host:e,repository:t,tag:n,digest:s}){return`${e}/${t}${n===undefined?"":`:${n}`}${s===undefined?"":`@${s}`}`}function familiarName(e){const t=formatReference(e)
const n=t.startsWith(`${c}/`)?t.slice(c.length+1):t
const s=e.host===c&&/^library\/[^/]+$/.test(e.repository)?n.slice(8):n
return s.endsWith(":latest")?s.slice(0,-":latest".length):s}function mirrorReference(e,t){const n=t.get(e.host)
if(n===undefined)return e
const{host:s,repository:r}=parseReference(`${n.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:s,repository:r}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const n=t===-1?e:e.slice(0,t)
const s=n.indexOf(":",n.lastIndexOf("/")+1)
return{name:s===-1?n:n.slice(0,s),...s!==-1&&{tag:n.slice(s+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const n=t===-1?"":e.slice(0,t)
const s=/[.:]/.test(n)||n==="localhost"||n!==n.toLowerCase()
const r=s?n:c
const o=s?e.slice(t+1):e
if(r!==c&&r!=="index.docker.io")return{host:r,repository:o}
return{host:c,repository:o.includes("/")?o:`library/${o}`}}function wrongWith(e){const{host:t,repository:n,tag:s,digest:i}=e
const a=n.replace(/^library\//,"")
if(a==="")return"the name is missing"
if(!r.test(t))return`${JSON.stringify(t)} is not a registry host`
if(n!==n.toLowerCase())return`the name ${JSON.stringify(a)} must be lower case`
const c=n.split("/").find(e=>!o.test(e))
if(c!==undefined)return`${JSON.stringify(c)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(a))return"a name of 64 hex digits reads as an image ID"
if(t.length+1+n.length>255)return"host and name are longer than 255 characters"
if(s!==undefined&&!isTag(s))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(i!==undefined&&!isDigest(i))return"a digest is sha256: and 64 hex digits"
return undefined}function repositoryOf(e){const t=e.split("@",1)[0]??e
const n=t.lastIndexOf(":")
return n>t.lastIndexOf("/")?t.slice(0,n):t}}),97444:((e,t,n)=>{n.d(t,{c:()=>adviceFor})
function adviceFor({host:e,repository:t},n,r){if(/not allowed to create organization package/i.test(n))return`${s}; in the organization's settings, under Packages, allow its members to create packages`
if(/permission_denied|not allowed to \w+ organization package/i.test(n)||r==="used"&&isGitHub(e))return`${s}; in the package's settings on GitHub, under "Manage Actions access", add this repository with the role Write`
return/name.?unknown|repository .*(?:does not exist|not found)/i.test(n)?createCommand({host:e,repository:t},n):undefined}const s="give the job `permissions: packages: write`"
const isGitHub=e=>e==="ghcr.io"||e.startsWith("containers.")
function createCommand({host:e,repository:t},n){const s=/\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(e)?.[1]
const[r="",o=""]=t.split("/")
if(e==="public.ecr.aws")return`create it: aws ecr-public create-repository --region us-east-1 --repository-name ${t.slice(r.length+1)}`
if(s!==undefined||/does not exist in the registry with id/.test(n))return`create it: aws ecr create-repository${s===undefined?"":` --region ${s}`} --repository-name ${t}`
const i=/^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(e)?.[1]
return i===undefined?undefined:`create it: gcloud artifacts repositories create ${o} --repository-format=docker --location=${i} --project=${r}`}})}
