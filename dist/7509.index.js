export const id=7509
export const ids=[7509]
export const modules={64569:((e,t,n)=>{n.d(t,{U9:()=>isLoopback,Yp:()=>failedProxy,fb:()=>openHttp})
var s=n(32270)
var o=n(39893)
function openHttp(e,t=s.m){const n=new Map
const agentFor=({protocol:t,hostname:s})=>{const o=t+s
const r=n.get(o)
if(r!==undefined)return r
const i=isLoopback(s)
const a=`${t} ${i?"local":"remote"}`
const c=n.get(a)??open(t,i?{}:e)
n.set(a,c).set(o,c)
return c}
return async e=>{const{request:n,agent:s}=await agentFor(e.url)
try{return await sendOnce(n,s,e,t)}catch(o){const r=e.body===undefined||e.body instanceof Uint8Array
if(o.stale&&r)return sendOnce(n,s,e,t)
throw o}}}async function open(e,t){const s=e==="https:"?await Promise.resolve().then(n.t.bind(n,44708,19)):await Promise.resolve().then(n.t.bind(n,37067,19))
const o={...t}
return{request:s.request,agent:new s.Agent({keepAlive:true,maxFreeSockets:32,proxyEnv:o})}}function failedProxy(e,t,n){const s=t.protocol==="https:"?"HTTPS_PROXY":"HTTP_PROXY"
const o=n[s.toLowerCase()]?s.toLowerCase():s
const r=URL.parse(n[o]??"")
if(r===null||isLoopback(t.hostname))return undefined
const{code:i,hostname:a,port:c}=e
const d=i==="ERR_PROXY_TUNNEL"||a===r.hostname||`${c}`===r.port
return d?{address:r.origin,variable:o}:undefined}function isLoopback(e){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(e)}function sendOnce(e,t,n,s){const{method:r,url:i,headers:a,body:c,signal:d,idleMs:f,remainingMs:u,maxBytes:l}=n
return new Promise((h,p)=>{const y=c===undefined&&r!=="PUT"&&r!=="POST"?undefined:c?.length??0
const g=e(i,{method:r,agent:t,headers:{...a,...(0,o.s)({"content-length":y})}})
stopWith(d,g)
const schedule=e=>s.after(e>1e4?Math.ceil(e/1e3)*1e3:Math.max(1,e),check)
const check=()=>{const e=u()
if(e>0)m=schedule(e)
else g.destroy(failure("the deadline was exceeded","DEADLINE"))}
let m=schedule(u())
g.on("close",()=>m())
g.setTimeout(f,()=>g.destroy(failure(`no response for ${f/1e3} s`,"ETIMEDOUT")))
g.on("error",e=>p(g.reusedSocket&&e.code==="ECONNRESET"?Object.assign(e,{stale:true}):e))
g.on("response",e=>{const t=e.statusCode??0
if(n.stream&&t>=200&&t<300)return h({status:t,headers:joinHeaders(e.headers),body:new Uint8Array,stream:e})
const s=[]
let o=0
e.on("data",t=>{o+=t.length
if(o>l)e.destroy(failure(`the response is longer than ${l} bytes`,"TOO_LARGE"))
else s.push(t)})
e.on("error",p)
e.on("end",()=>h({status:t,headers:joinHeaders(e.headers),body:Buffer.concat(s)}))})
if(c===undefined||c instanceof Uint8Array)g.end(c)
else c.open().then(e=>{e.on("error",e=>g.destroy(e))
g.on("close",()=>e.destroy())
e.pipe(g)},e=>g.destroy(e))})}const r=new WeakMap
function stopWith(e,t){const stop=e=>e.destroy(failure("aborted","ABORT_ERR"))
if(e.aborted)stop(t)
const n=r.get(e)??new Set
if(!r.has(e)){r.set(e,n)
e.addEventListener("abort",()=>n.forEach(stop),{once:true})}n.add(t)
t.on("close",()=>n.delete(t))}function joinHeaders(e){const t={}
for(const n in e){const s=e[n]
t[n]=Array.isArray(s)?s.join(", "):s}return t}function failure(e,t){return Object.assign(new Error(e),{code:t})}}),77509:((e,t,n)=>{n.d(t,{gl:()=>RegistryError,d8:()=>dockerCredentials,Me:()=>openRegistry,NB:()=>platformManifest,ph:()=>readMirrors})
var s=n(70370)
var o=n(11886)
var r=n(32270)
var i=n(46226)
var a=n(22413)
var c=n(64569)
var d=n(77598)
var f=n(57075)
var u=n(30902)
var l=n(10976)
var h=n(39893)
var p=n(85465)
var y=n(16496)
var g=n(68261)
class RegistryError extends p.yo{code
status
registryCode
constructor(e,t={},n){super(e,n)
this.code=e.code
this.status=t.status
this.registryCode=t.registryCode}}function unreachable({host:e,call:t},n,{tries:s,proxy:o}){const r=n?.code
const i=n instanceof Error&&n.message!==""?n.message:String(r??n)
const a=o===undefined?"":` (proxy ${o.address} from ${o.variable})`
return new RegistryError({code:"registry/unreachable",message:`cannot reach the registry ${e}: ${t}`,why:`${i}${a}${s>1?` (${s} tries)`:""}`,fix:o?`check ${o.variable}, or add ${e} to NO_PROXY`:m[String(r)]?.(e)??`check that ${e} is right and that this machine can reach it`},{},{cause:n})}const m={ENOTFOUND:e=>`check the name ${e}, which DNS does not know, and the network of this machine`,EAI_AGAIN:()=>"check the network of this machine: its DNS server does not respond",ECONNREFUSED:e=>`check the port: nothing listens at ${e}`,SELF_SIGNED_CERT_IN_CHAIN:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",UNABLE_TO_VERIFY_LEAF_SIGNATURE:()=>"name the certificate of your certificate authority in NODE_EXTRA_CA_CERTS",DEPTH_ZERO_SELF_SIGNED_CERT:()=>"name the certificate of the registry in NODE_EXTRA_CA_CERTS"}
function outOfTime(e,t={}){const[n]=e.problems
if(n===undefined||t.why===undefined)return e
const s=t.fix===undefined?`${n.why}; ${t.why}`:t.why
const{status:o,registryCode:r}=e
return new RegistryError({...n,...t,why:s},(0,h.s)({status:o,registryCode:r}),{cause:e})}function denied({host:e,repository:t="",call:n},{status:s,detail:o},r){const i=`docker login${e==="docker.io"?"":` ${e}`}`
const a=e==="ghcr.io"?`log in (${i}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`:`log in (${i}) with an account that has permission`
const c=(0,l.tT)({host:e,repository:t},o,r?"used":"unknown")
return new RegistryError({code:"registry/denied",message:`${e} denied: ${n}`,why:`${s}${o} (${r?"with the credentials of Docker's config":"without credentials"})`,fix:c??(r?`${a}, and check the name of the repository`:a)},{status:s})}function unavailable({host:e,call:t},n,s){const{status:o,detail:r}=n
const i=o===429||o===403
return new RegistryError({code:i?"registry/rate-limited":"registry/unavailable",message:`${e} ${i?"limits the rate of requests":"is failing"}: ${t}`,why:`${o}${r}, ${s===1?"one try":`${s} tries`}`,fix:i?`log in (docker login ${e}), use a mirror, or try again later`:"try again later"},n)}function refused({host:e,repository:t,call:n},s){const o=`${s.status}${s.detail}`
const r=t===undefined?undefined:(0,l.tT)({host:e,repository:t},o,"unknown")
const i={code:"registry/refused",message:`${e} rejected: ${n}`,why:o,...(0,h.s)({fix:r})}
return new RegistryError(i,s)}function invalidResponse({host:e,call:t},n){return new RegistryError({code:"registry/mismatch",message:`invalid response of ${e}: ${t}`,why:n})}function notFound({host:e,call:t},n){const s={code:"registry/not-found",message:`not found: ${t} at ${e}`,fix:n}
return new RegistryError(s,{status:404})}function readErrorResponse(e,t){const n=(0,y.Ag)((0,y.qF)(t.subarray(0,16384)))?.errors
const s=Array.isArray(n)?(0,y.Ag)(n[0]):undefined
const o=(0,y.E3)(s?.code)
const r=(0,g.g$)([o,(0,y.E3)(s?.message)].filter(Boolean).join(": ")).slice(0,300)
return{status:e,detail:r===""?"":` ${r}`,...(0,h.s)({registryCode:o})}}const w=new Set([408,429,499,500,502,503,504,522])
const b=new Set(["ECONNRESET","ECONNABORTED","EPIPE","ETIMEDOUT","EAI_AGAIN"])
const isTransientStatus=e=>w.has(e)
const isTransientError=e=>b.has(e?.code)
function readRetryAfter(e,t){if(e===undefined)return undefined
const n=e.trim()
if(/^\d+$/.test(n))return Number(n)*1e3
const s=Date.parse(n)
const o=Date.parse(t??"")
return Number.isNaN(s)||Number.isNaN(o)?undefined:Math.max(0,s-o)}const $=36e5
async function getBlob(e,t,n,s){const o={host:t.host,repository:t.repository,push:false}
const r={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const{status:i,body:a}=await e({scope:o,method:"GET",path:`blobs/${n}`,maxBytes:s})
if(i===404)throw notFound(r,"build and push the image again")
const c=(0,u.FP)(n,a)
if(c!==n)throw invalidResponse(r,`the content has digest ${c}`)
return a}async function hasBlob(e,{host:t,repository:n,push:s},o){const{status:r}=await e({scope:{host:t,repository:n,push:s},method:"HEAD",path:`blobs/${o}`})
return r!==404}async function putBlob(e,t,n){const s=(0,u.sc)(n)
const upload=async()=>finish(e,t,{location:await begin(e,t),digest:s,body:n})
await uploadUntilPresent(e,t,s,upload)
return{mediaType:"application/octet-stream",digest:s,size:n.length}}async function copyBlob(e,t,n,{digest:s,size:o,onChunk:r}){let i="present"
await uploadUntilPresent(e,n,s,async()=>{const a=t.host===n.host?await mount(e,t,n,s):await begin(e,n)
i=a==="mounted"?a:"streamed"
if(a==="mounted")return
const c={length:o,open:()=>download(e,t,s,r)}
await finish(e,n,{location:a,digest:s,body:c,noRetry:true,deadlineMs:$})})
return i}async function uploadUntilPresent(e,t,n,s){const o=new i.nO(i.HK.blob)
for(;;){if(await hasBlob(e,{...t,push:true},n))return
try{return await s()}catch(e){if(!canRestartUpload(e)||!await o.wait())throw e}}}function canRestartUpload(e){if(!(e instanceof RegistryError))return false
const{code:t,status:n,registryCode:s=""}=e
if(n===404||n===416)return true
if(/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(s))return true
return["registry/unreachable","registry/unavailable","registry/rate-limited"].includes(t)}async function begin(e,{host:t,repository:n}){const s={host:t,repository:n,push:true}
return uploadLocation(await e({scope:s,method:"POST",path:"blobs/uploads/"}),{host:t,repository:n})}async function checkPush(e,t){const n=await begin(e,t)
const{host:s,repository:o}=t
await e({scope:{host:s,repository:o,push:true},method:"DELETE",path:n,noRetry:true}).catch(()=>{})}async function mount(e,t,n,s){const{host:o,repository:r}=n
const i={host:o,repository:r,push:true,from:t.repository}
const a=`blobs/uploads/?mount=${encodeURIComponent(s)}&from=${encodeURIComponent(t.repository)}`
const c=await e({scope:i,method:"POST",path:a}).catch(e=>{if(e instanceof RegistryError&&(e.code==="registry/refused"||e.code==="registry/denied"))return undefined
throw e})
if(c===undefined||c.status===404)return begin(e,n)
return c.status===201?"mounted":uploadLocation(c,n)}function uploadLocation({status:e,headers:t,body:n},{host:s,repository:o}){const r={host:s,repository:o,call:`POST blobs/uploads/ of ${o}`}
if(e===404)throw refused(r,readErrorResponse(404,n))
if(t.location===undefined)throw invalidResponse(r,"the response has no upload location")
return t.location}async function finish(e,{host:t,repository:n},{location:s,digest:o,...r}){const i={host:t,repository:n,push:true}
const a=`${s}${s.includes("?")?"&":"?"}digest=${encodeURIComponent(o)}`
const{status:c,body:d}=await e({scope:i,method:"PUT",path:a,contentType:"application/octet-stream",...r})
if(c===404)throw refused({host:t,repository:n,call:`PUT upload of ${n}`},readErrorResponse(404,d))}async function readBlob(e,t,{digest:n,size:s},o){const r={host:t.host,call:`GET blobs/${n} of ${t.repository}`}
const a=new i.nO(i.HK.blob)
for(let i=1;;i++){const c=await download(e,t,n)
const d=o()
let f=0
try{for await(const e of c){f+=e.length
if(f>s)throw invalidResponse(r,`it sends more than the ${s} bytes in the manifest`)
const t=d.take(e)
if(t!==undefined)await t}return await d.end()}catch(e){d.cancel()
if(!isTransientError(e))throw e
if(!await a.wait())throw unreachable(r,e,{tries:i})}finally{c.destroy()}}}async function download(e,{host:t,repository:n},s,o){const r={host:t,call:`GET blobs/${s} of ${n}`}
const i={host:t,repository:n,push:false}
const a=`blobs/${s}`
const{status:c,stream:u}=await e({scope:i,method:"GET",path:a,stream:true,deadlineMs:$})
if(c===404||u===undefined)throw notFound(r,"build and push the image again")
const l=s.startsWith("sha512:")?"sha512":"sha256"
const h=(0,d.createHash)(l)
const p=new f.Transform({transform(e,t,n){h.update(e)
o?.(e.length)
n(undefined,e)},flush(e){const t=`${l}:${h.digest("hex")}`
e(t===s?undefined:invalidResponse(r,`the content has digest ${t}`))}})
u.on("error",e=>p.destroy(e))
p.on("close",()=>u.destroy())
return u.pipe(p)}function readChallenge(e){const t=e??""
const n=/(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(t)?.[1]
if(n!==undefined){const e=new Map
for(const[,t,s,o]of n.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)){const n=t?.toLowerCase()??""
if(!e.has(n))e.set(n,s?.replace(/\\(.)/g,"$1")??o??"")}const t=e.get("realm")??""
const s=e.get("service")||undefined
const o=e.get("scope")||undefined
if(URL.canParse(t))return{kind:"bearer",realm:new URL(t),...(0,h.s)({service:s,scope:o})}}return/(?:^|,\s*)Basic(?:\s|$|,)/i.test(t)?{kind:"basic"}:undefined}class TokenStore{#e
#t
#n=new Map
#s=new Map
constructor(e,t){this.#e=e
this.#t=t}challengeOf(e){return this.#n.get(e)}rememberChallenge(e,t){const{scope:n,...s}={scope:undefined,...t}
this.#n.set(e,s)}async get(e,t,n){const s=keyOf(e)
const o=this.#s.get(s)
if(o!==undefined&&this.#t()<o.expires)return o.login
const r=this.#o(e,t,n)
const i={login:r,expires:Number.POSITIVE_INFINITY}
this.#s.set(s,i)
r.then(({lifeMs:e=Number.POSITIVE_INFINITY})=>{i.expires=this.#t()+e},()=>{if(this.#s.get(s)===i)this.#s.delete(s)})
return r}async discard(e,t){const n=keyOf(e)
const s=this.#s.get(n)
if(s&&(await s.login).header===t&&this.#s.get(n)===s)this.#s.delete(n)}async#o(e,t,n){const s=await this.#e(e.host)
const o=s!==undefined
if(t.kind==="basic")return{header:s?.kind==="password"?basic(s):undefined,usesCredentials:o}
const r=t.scope??`repository:${e.repository}:${e.push?"pull,push":"pull"}`
const i=e.from===undefined?r:`${r} repository:${e.from}:pull`
const{status:a,body:c}=await n(...tokenRequest(t,i,s))
const d=a===200?(0,y.Ag)((0,y.qF)(c)):undefined
const f=(0,y.E3)(d?.token)??(0,y.E3)(d?.access_token)
if(f===undefined){const e=a===401||a===403?readErrorResponse(a,c):undefined
return{header:undefined,usesCredentials:o,...(0,h.s)({refusal:e})}}const u=typeof d?.expires_in==="number"&&d.expires_in>0?d.expires_in:60
return{header:`Bearer ${f}`,usesCredentials:o,lifeMs:Math.max(u-10,u/2)*1e3}}}function keyOf({host:e,repository:t,push:n,from:s=""}){return`${e} ${t} ${n} ${s}`}function basic({username:e,password:t}){return`Basic ${Buffer.from(`${e}:${t}`).toString("base64")}`}function tokenRequest({realm:e,service:t},n,s){if(s?.kind==="identity"){const o=new URLSearchParams({grant_type:"refresh_token",client_id:"lucid",scope:n})
o.set("refresh_token",s.token)
if(t)o.set("service",t)
return[e,{"content-type":"application/x-www-form-urlencoded"},o.toString()]}const o=new URL(e)
if(t)o.searchParams.set("service",t)
for(const e of n.split(" "))o.searchParams.append("scope",e)
return[o,s?{authorization:basic(s)}:{}]}var k=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)o=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(o)s=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var E=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
function openClient(e){const{insecure:t,tokens:n,waits:s}=e
const o=new Set
const r=new Map
return async i=>{const a={stack:[],error:void 0,hasError:false}
try{const{scope:d,method:f,body:u}=i
const{host:l,repository:h}=d
const p={host:l,repository:h,call:callName(i)}
const y=timeFor(i,e)
const g=isStream(u)?undefined:p.call
const m=k(a,s.begin(l,g,y.giveUp),false)
const w=r.get(l)??baseUrl(l,t)
r.set(l,w)
const isAllowed=e=>e.protocol==="https:"||w.protocol==="http:"&&((0,c.U9)(e.hostname)||t.has(e.host))
const b=`${l} ${h}`
const $=f==="PUT"||f==="POST"
const send=t=>sendWithRetries(e,{...p,time:y,wait:m},{...t,limit403:$&&o.has(b)})
const requestToken=(e,t,n)=>{if(!isAllowed(e))throw invalidResponse(p,`its token endpoint ${e.origin} is not https`)
const s={url:e,headers:t,maxBytes:1<<20}
if(n===undefined)return send({...s,method:"GET"})
return send({...s,method:"POST",body:(new TextEncoder).encode(n)})}
const logIn=async e=>{if(g!==undefined)m.update(`${g}: logging in`,y.giveUp)
const t=await n.get(d,e,requestToken)
if(g!==undefined)m.update(g,y.giveUp)
return t}
const request=e=>sendToStorage({send:send,call:i,base:w,authorization:e?.header,isAllowed:isAllowed,name:p})
const E=n.challengeOf(l)
let v=E&&await logIn(E)
let x=await request(v)
for(let e=0;x.status===401&&e<2;e++){const e=readChallenge(x.headers["www-authenticate"])
if(e===undefined)break
const t=v?.header
n.rememberChallenge(l,e)
if(t!==undefined)await n.discard(d,t)
v=await logIn(e)
if(v.header===undefined||v.header===t)break
x=await request(v)}const{status:T}=x
const R=T>=200&&T<300
if($&&R)o.add(b)
if(R||T===404)return x
const A=readErrorResponse(T,x.body)
if(T===401||T===403)throw denied(p,v?.refusal??A,v?.usesCredentials??false)
throw refused(p,A)}catch(e){a.error=e
a.hasError=true}finally{E(a)}}}const isStream=e=>e!==undefined&&!(e instanceof Uint8Array)
async function sendToStorage({send:e,call:t,base:n,isAllowed:s,name:o,...r}){const{method:i,accept:a,contentType:c,body:d,stream:f,noRetry:u,digestHolds:l,maxBytes:p=4<<20}=t
let y=new URL(`/v2/${t.scope.repository}/`,n)
let g=t.path
for(let t=0;t<=5;t++){const t=URL.parse(g,y)
if(t===null||!s(t))throw invalidResponse(o,`it redirects to ${t?.origin??"no address"}`)
const m=t.origin===n.origin?r.authorization:undefined
const w={"user-agent":"lucid-build-action",...(0,h.s)({accept:a,"content-type":c,authorization:m})}
const b=(0,h.s)({body:d,stream:f,noRetry:u,digestHolds:l})
const $=await e({method:i,url:t,headers:w,maxBytes:p,...b})
const{location:k}=$.headers
if($.status<300||$.status>=400||k===undefined)return $;[y,g]=[t,k]}throw invalidResponse(o,"it redirects more than five times")}function timeFor(e,{clock:t,limit:n,deadlineMs:s}){const o=t.now()
const r=o+(e.deadlineMs??s)
const deadline=()=>Math.min(r,n.deadlineFor(o))
const i={get until(){return deadline()},next:"give up"}
return{began:o,deadline:deadline,giveUp:i}}async function sendWithRetries(e,{time:t,wait:n,...s},o){const{http:a,retry:d,signal:f,concurrency:u,rateLimiter:l,idleMs:h,random:p,limit:y,clock:g}=e
const remainingMs=()=>t.deadline()-g.now()
const pauseFor=async(e,o)=>{if(e<=0)return
n.update(`${s.call}: ${o}`,{until:g.now()+e,next:"retry"})
await(0,r.y)(e,f,g)
n.update(`${s.call}: ${o}; retrying`,t.giveUp)}
const m=o.noRetry?1:d.tries??Number.POSITIVE_INFINITY
const w=o.stream||isStream(o.body)
const sendOnce=()=>a({...o,signal:f,idleMs:h,remainingMs:remainingMs})
const send=()=>w?sendOnce():u(sendOnce)
const b=o.method==="PUT"||o.method==="POST"
for(let n=1;;n++){await pauseFor(Math.min(l.remainingPause(s.host,p()),remainingMs()),"too many requests")
f.throwIfAborted()
let r
let a
try{const e=await(b?l.write(s.host,send):send())
const{status:t,headers:c,body:f}=e
const u=t===429||isLimit(e)||o.limit403&&t===403&&n<3
const h=o.digestHolds&&n<4&&isDigestInvalid(e)
if(!isTransientStatus(t)&&!u&&!h){y.recordSuccess()
return e}r=readRetryAfter(c["retry-after"],c.date)
a=unavailable(s,readErrorResponse(t,f),n)
if(u)l.pauseHost(s.host,(0,i.a2)(d,n,p(),r))}catch(r){f.throwIfAborted()
if(r instanceof RegistryError)throw r
const{code:i,message:d}=r
if(i==="TOO_LARGE")throw invalidResponse(s,d)
a=unreachable(s,r,{tries:n,proxy:(0,c.Yp)(r,o.url,e.env)})
if(i==="DEADLINE")throw outOfTime(a,y.expiry(t.began))
if(!isTransientError(r))throw a}const u=(0,i.a2)(d,n,p(),r)
if(n>=m)throw a
const h=y.isSet?Math.max(u,r??0):u
const g=remainingMs()
if(h>=g)throw outOfTime(a,{why:`the next try would be in ${seconds(h)}, but only ${seconds(g)} are left`})
await pauseFor(u,a.problems[0]?.why??"failed")}}function isLimit({status:e,headers:t,body:n}){if(e!==403)return false
const text=()=>(new TextDecoder).decode(n.subarray(0,16384))
return t["retry-after"]!==undefined||/rate.?limit|too many requests|toomanyrequests/i.test(text())}const seconds=e=>`${Math.max(0,Math.round(e/1e3))} s`
function isDigestInvalid({status:e,body:t}){return e===400&&readErrorResponse(e,t).registryCode==="DIGEST_INVALID"}function callName({method:e,path:t,scope:n}){return`${e} ${/^(?:\/|https?:)/.test(t)?"upload":t.split("?")[0]} of ${n.repository}`}function baseUrl(e,t){const n=e==="docker.io"?"registry-1.docker.io":e
const s=new URL(`https://${n}`)
return(0,c.U9)(s.hostname)||t.has(e)?new URL(`http://${n}`):s}var v=n(51455)
var x=n(76760)
var T=n(96273)
const anonymous=async()=>undefined
function dockerCredentials(e){const t=(0,T.vg)(e.env)
let n
return async s=>{n??=readConfig(x.join(t,"config.json"))
const o=await n
const r=(0,y.Ag)(o.credHelpers)
const i=(0,y.E3)(r?.[serverName(s)])??(0,y.E3)(r?.[s])??(0,y.E3)(o.credsStore)
const a=fromAuths((0,y.Ag)(o.auths),s)
if(i===undefined)return a
return await callHelper(e,i,s)??a}}async function readConfig(e){const t="fix the file, or remove it and run docker login again"
let n
try{n=await(0,v.readFile)(e,"utf8")}catch(t){if(t.code==="ENOENT")return{}
const n=t.message
throw new p.yo({code:"registry/docker-config",message:"cannot read Docker's config",why:n,at:{file:e}})}const s=(0,y.Ag)((0,y.qF)(n))
if(s)return s
const o="Docker's config is not a JSON object"
throw new p.yo({code:"registry/docker-config",message:o,fix:t,at:{file:e}})}const R="https://index.docker.io/v1/"
function serverName(e){return e==="docker.io"?R:e}function fromAuths(e,t){const hostOf=e=>e.replace(/^https?:\/\//,"").split("/")[0]??""
const n=t==="docker.io"?["index.docker.io","docker.io","registry-1.docker.io"]:[t]
const s=Object.keys(e??{})
const o=s.find(e=>e===serverName(t))??s.find(e=>n.includes(hostOf(e)))
const r=o===undefined?undefined:(0,y.Ag)(e?.[o])
const i=(0,y.E3)(r?.identitytoken)
if(i!==undefined)return{kind:"identity",token:i}
const a=Buffer.from((0,y.E3)(r?.auth)??"","base64").toString()
const c=a.indexOf(":")
const d=c>0?a.slice(0,c):(0,y.E3)(r?.username)
const f=c>0?a.slice(c+1).replace(/\0+$/,""):(0,y.E3)(r?.password)
return d&&f?{kind:"password",username:d,password:f}:undefined}async function callHelper({exec:e,signal:t,helperMs:n=6e4},s,o){const r=`docker-credential-${s}`
const failure=(e,t)=>{const n=`Docker's credential helper failed for ${o}`
const s=`install ${r}, or remove it from Docker's config.json`
return new p.yo({code:"registry/credential-helper",message:n,why:e,fix:s},{cause:t})}
if(!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(s))throw failure(`invalid helper name ${JSON.stringify(s)}`)
const i=AbortSignal.timeout(n)
const a=t===undefined?i:AbortSignal.any([t,i])
const c={input:serverName(o),signal:a,graceMs:1e3}
const{exitCode:d,stdout:f}=await e([r,"get"],c).catch(e=>{throw failure(`cannot run ${r}`,e)})
t?.throwIfAborted()
if(i.aborted)throw failure(`${r} did not respond within ${n/1e3} s`)
if(d!==0){if(/credentials not found|not found in native keychain/i.test(f))return undefined
throw failure(`${r} exited with ${d}`)}const u=(0,y.qF)(f)
if(u===undefined)throw failure(`${r} did not print JSON`)
const l=(0,y.E3)((0,y.Ag)(u)?.Username)
const h=(0,y.E3)((0,y.Ag)(u)?.Secret)
if(l===undefined||h===undefined)return undefined
return l==="<token>"?{kind:"identity",token:h}:{kind:"password",username:l,password:h}}var A=n(26100)
var M=n(9488)
async function headManifest(e,t){const{host:n,repository:s}=t
const r=`manifests/${(0,o.Z9)(t)}`
const i={host:n,repository:s,push:false}
const{status:a,headers:c}=await e({scope:i,method:"HEAD",path:r,accept:u.My})
if(a===404)return undefined
const d=c["docker-content-digest"]
const f=c["content-type"]?.split(";")[0]?.trim()
const l=Number(c["content-length"])
if(d===undefined||!(0,o.Bc)(d)||!f||!Number.isInteger(l))return(await getManifest(e,t))?.descriptor
if(t.digest!==undefined&&t.digest!==d)throw invalidResponse({host:n,call:`HEAD ${r} of ${s}`},`the response has ${d}`)
return{mediaType:f,digest:d,size:l}}async function getManifest(e,t){const{host:n,repository:s}=t
const r=`manifests/${(0,o.Z9)(t)}`
const i={host:n,call:`GET ${r} of ${s}`}
const a={host:n,repository:s,push:false}
const{status:c,headers:d,body:f}=await e({scope:a,method:"GET",path:r,accept:u.My})
if(c===404)return undefined
const l=d["docker-content-digest"]
const h=(0,u.FP)(l,f)
const p=t.digest===undefined||t.digest===h?h:(0,u.FP)(t.digest,f)
if(l!==undefined&&l!==h)throw invalidResponse(i,`its header has ${l}, but the content is ${h}`)
if(t.digest!==undefined&&t.digest!==p)throw invalidResponse(i,`the content has digest ${p}`)
let y
let g
try{y=JSON.parse((new TextDecoder).decode(f))
g=(0,u.WI)(y)}catch(e){const t=e instanceof SyntaxError?"not JSON":e.message
throw invalidResponse(i,`the content is not an image: ${t}`)}const m=d["content-type"]?.split(";")[0]?.trim()
const w=g.kind==="index"?u.Ib.index:u.Ib.manifest
const b=typeof y.mediaType==="string"?y.mediaType:m?.includes("+json")?m:w
return{descriptor:{mediaType:b,digest:p,size:f.length},bytes:f,json:y,content:g}}async function putManifest(e,t,n,s){const{host:r,repository:i}=t
const a=`manifests/${t.tag??(0,o.Z9)(t)}`
const c={host:r,repository:i,call:`PUT ${a} of ${i}`}
const d={host:r,repository:i,push:true}
const f=(0,u.FP)(t.digest,n)
const l=t.digest===undefined||t.digest===f
const h={scope:d,method:"PUT",path:a,contentType:s,body:n}
const{status:p,headers:y,body:g}=await e({...h,...l&&{digestHolds:l}})
if(p===404)throw refused(c,readErrorResponse(p,g))
const m=y["docker-content-digest"]??f
if(m!==f&&m!==(0,u.FP)(m,n))throw invalidResponse(c,`it stored ${m} instead of ${f}`)
return{mediaType:s,digest:f,size:n.length}}async function resolveImage(e,t,n,s){const{host:r,repository:i}=n
const a=s===undefined?await headManifest(e,n):await getManifest(e,n)
if(a===undefined)throw notFound({host:r,call:(0,o.FH)(n)},`check the name and tag of ${t}`)
const{digest:c}="descriptor"in a?a.descriptor:a
const d=(0,o.FH)({host:r,repository:i,digest:c})
if(s===undefined||!("descriptor"in a))return{pinned:d,digest:c}
if(a.content.kind==="image")return{pinned:d,digest:c,platformDigest:c}
const f=platformManifest(a.content.manifests,s)
if(f===undefined)throw noPlatform((0,o.FH)(n),a.content.manifests,s)
return{pinned:d,digest:c,platformDigest:f.digest}}async function readImageFacts(e,t,n,s){const r=(0,o.F2)(n)
const{host:i,repository:a}=r
const c=await t.manifest(e,r)
if(c===undefined)return undefined
let d=c
let f
if(c.content.kind==="index"){const o=platformManifest(c.content.manifests,s)
if(o===undefined)throw noPlatform(n,c.content.manifests,s)
const r=await t.manifest(e,{host:i,repository:a,digest:o.digest})
if(r===undefined)throw notFound({host:i,call:`GET manifests/${o.digest} of ${a}`},"build and push it again")
d=r
f={indexDigest:c.descriptor.digest,attestations:(0,A.x)(c.content.manifests,o.digest)}}const{content:u,descriptor:l}=d
const h={host:i,call:`GET manifests/${l.digest} of ${a}`}
if(u.kind!=="image")throw invalidResponse(h,"an index where an image is expected")
const p=await t.config(e,{host:i,repository:a},u.config.digest)
const g=(0,y.qF)(p)
if(g===undefined)throw invalidResponse(h,"the config of the image is not JSON")
return{ref:n,digest:l.digest,mediaType:l.mediaType,manifestSize:l.size,...f??{attestations:[]},annotations:u.annotations,layers:u.layers,size:u.layers.reduce((e,{size:t})=>e+t,u.config.size),...(0,A.M)(g)}}function platformManifest(e,t){const n=(0,M.iQ)(t)
return e.find(e=>!(0,u.H3)(e)&&e.platform&&(0,M.my)(e.platform,n))}function noPlatform(e,t,n){const s=t.flatMap(e=>e.platform&&!(0,u.H3)(e)?(0,M.FL)(e.platform):[])
return new RegistryError({code:"registry/no-platform",message:`${e} has no image for ${n}`,why:s.length===0?"its index has no platforms":`it has ${s.join(", ")}`,fix:"use another image, tag or platform"})}class MemoryCache{#r=new Map
#i=new Map
async manifest(e,t){const n=t.digest&&this.#r.get(images_keyOf(t,t.digest))
if(n)return n
const s=await getManifest(e,t)
if(s!==undefined)this.#r.set(images_keyOf(t,s.descriptor.digest),s)
return s}async config(e,t,n){const s=images_keyOf(t,n)
const o=this.#i.get(s)??await getBlob(e,t,n,16<<20)
this.#i.set(s,o)
return o}}function images_keyOf({host:e,repository:t},n){return(0,o.FH)({host:e,repository:t,digest:n})}class RateLimiter{#a
#c=new Map
#d=new Map
#f
constructor(e,t=r.m){this.#a=e
this.#f=t}write(e,t){const n=this.#c.get(e)??(0,s.A)(this.#a)
this.#c.set(e,n)
return n(t)}pauseHost(e,t){const n=this.#f.now()+t
if(n>(this.#d.get(e)??0))this.#d.set(e,n)}remainingPause(e,t){const n=(this.#d.get(e)??0)-this.#f.now()
return n<=0?0:n+t*Math.min(n,1e3)}}class TimeLimit{#f
#u
#l=Number.NEGATIVE_INFINITY
constructor(e){this.#f=e}begin(e){this.#u={...e,end:this.#f.now()+e.totalMs}
return{[Symbol.dispose]:()=>{this.#u=undefined}}}recordSuccess(){this.#l=this.#f.now()}get isSet(){return this.#u!==undefined}deadlineFor(e){if(this.#u===undefined)return Number.POSITIVE_INFINITY
const{silentMs:t,end:n}=this.#u
return Math.min(Math.max(e,this.#l)+t,n)}expiry(e){if(this.#u===undefined||this.#f.now()<this.deadlineFor(e))return undefined
const{silentMs:t,totalMs:n,end:s,option:o}=this.#u
if(this.#f.now()>=s)return{why:`the limit of ${n/6e4} minutes for all requests is exceeded`,fix:"try again later"}
const r=`no request to a registry succeeded for ${t/1e3} s`
return{why:r,fix:`check the registry and the network, or allow more time with ${o}`}}}function readMirrors(e){const t=[]
const n=new Map
for(const s of e.flatMap(e=>e.split(",")).map(e=>e.trim())){if(s==="")continue
const[e="",r="",...i]=s.split("=")
const a=r.replace(/\/+$/,"")
const c=(0,o.WF)(`${e}/name`)
const d=i.length===0&&c.kind==="reference"&&/^(?:library\/)?name$/.test(c.reference.repository)&&(0,o.WF)(`${a}/name`).kind==="reference"&&/^[^/]*[.:]|^localhost/.test(a)
if(d)n.set(c.reference.host,a)
else{const e="write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io"
t.push({code:"registry/bad-mirror",message:`invalid mirror ${JSON.stringify(s)}`,fix:e})}}if(t.length>0)throw new p.yo(t)
return n}function openRegistry(e={}){const{auth:t=anonymous,concurrency:n=16,clock:o=r.m}=e
const d=new TimeLimit(o)
const f={http:(0,c.fb)(e.env??{},o),env:e.env??{},tokens:new TokenStore(t,o.now),retry:e.retry??i.HK.registryCall,deadlineMs:e.deadlineMs??3e5,idleMs:e.idleMs??3e4,insecure:new Set(e.insecure),concurrency:(0,s.A)(n),rateLimiter:new RateLimiter(e.writes??6,o),random:Math.random,waits:new a.x(e.progress,e.slowMs,o),limit:d,clock:o}
const u=new MemoryCache
const l=e.mirrors??new Map
const open=e=>registryOver(openClient({...f,signal:e}),u,l,{limit:e=>d.begin(e),withSignal:open})
return open(e.signal??(new AbortController).signal)}function registryOver(e,t,n,s){const r=new Map
return{head:async t=>headManifest(e,(0,o.F2)(t)),manifest:async n=>t.manifest(e,(0,o.F2)(n)),blob:async(t,n,s=16<<20)=>getBlob(e,(0,o.F2)(t),n,s),readBlob:async(t,n,s)=>readBlob(e,(0,o.F2)(t),n,s),hasBlob:async(t,n)=>hasBlob(e,{...(0,o.F2)(t),push:false},n),putManifest:async(t,n,s)=>putManifest(e,(0,o.F2)(t),n,s),putBlob:async(t,n)=>putBlob(e,(0,o.F2)(t),n),checkPush:async t=>checkPush(e,(0,o.F2)(t)),copyBlob:async(t,n,s)=>copyBlob(e,(0,o.F2)(t),(0,o.F2)(n),s),async resolve(t,s){const i=(0,o.F5)((0,o.F2)(t),n)
const a=`${(0,o.FH)(i)} ${s??""}`
const c=r.get(a)??resolveImage(e,t,i,s)
r.set(a,c)
return c},imageFacts:async(n,s)=>readImageFacts(e,t,n,s),mirrored:e=>(0,o.FH)((0,o.F5)((0,o.F2)(e),n)),...s}}}),26100:((e,t,n)=>{n.d(t,{M:()=>readImageConfig,x:()=>attestationsOf})
var s=n(39893)
var o=n(16496)
var r=n(30902)
var i=n(9488)
function readImageConfig(e){const t=(0,o.Ag)(e)
const n=(0,o.Ag)(t?.config)
const r=(0,o.E3)(t?.os)??"linux"
const a=(0,o.E3)(t?.architecture)??"unknown"
const c=(0,o.E3)(t?.variant)
const d=readHealthcheck(n?.Healthcheck)
const f={variant:c,created:(0,o.E3)(t?.created),user:(0,o.E3)(n?.User),workingDir:(0,o.E3)(n?.WorkingDir),entrypoint:(0,o.LD)(n?.Entrypoint),command:(0,o.LD)(n?.Cmd),healthcheck:d}
return{os:r,architecture:a,platform:(0,i.FL)({os:r,architecture:a,...(0,s.s)({variant:c})}),env:readEnv(n?.Env),exposedPorts:Object.keys((0,o.Ag)(n?.ExposedPorts)??{}).sort(),labels:(0,o.Nc)(n?.Labels),settings:Object.fromEntries(Object.entries(n??{}).filter(([e])=>e!=="Labels")),onbuild:(0,o.LD)(n?.OnBuild)??[],diffIds:(0,o.LD)((0,o.Ag)(t?.rootfs)?.diff_ids)??[],history:(Array.isArray(t?.history)?t.history:[]).map(readStep),...present(f)}}function attestationsOf(e,t){return e.filter(e=>(0,r.H3)(e)&&e.annotations?.["vnd.docker.reference.digest"]===t)}function present(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}function readEnv(e){return Object.fromEntries(((0,o.LD)(e)??[]).map(e=>{const t=e.indexOf("=")
return t===-1?[e,""]:[e.slice(0,t),e.slice(t+1)]}))}function readStep(e){const t=(0,o.Ag)(e)
const n=(0,o.E3)(t?.created)
return{createdBy:(0,o.E3)(t?.created_by)??"",...(0,s.s)({created:n}),empty:t?.empty_layer===true}}function readHealthcheck(e){const t=(0,o.Ag)(e)
const n=(0,o.LD)(t?.Test)
if(n===undefined)return undefined
const ms=e=>typeof e==="number"&&e>0?e/1e6:undefined
const s=typeof t?.Retries==="number"&&t.Retries>0?t.Retries:undefined
const r={interval:ms(t?.Interval),timeout:ms(t?.Timeout),startPeriod:ms(t?.StartPeriod),retries:s}
return{test:n,...present(r)}}}),30902:((e,t,n)=>{n.d(t,{FP:()=>digestBySameAlgorithm,H3:()=>isAttestation,Ib:()=>i,My:()=>a,WI:()=>readManifest,sc:()=>sha256})
var s=n(77598)
var o=n(39893)
var r=n(16496)
const i={index:"application/vnd.oci.image.index.v1+json",manifest:"application/vnd.oci.image.manifest.v1+json",dockerList:"application/vnd.docker.distribution.manifest.list.v2+json",dockerManifest:"application/vnd.docker.distribution.manifest.v2+json",empty:"application/vnd.oci.empty.v1+json"}
const a=[i.index,i.manifest,i.dockerList,i.dockerManifest].join(", ")
function sha256(e){return`sha256:${(0,s.hash)("sha256",e)}`}function digestBySameAlgorithm(e,t){if(!e?.startsWith("sha512:"))return sha256(t)
return`sha512:${(0,s.hash)("sha512",t)}`}function readManifest(e){const t=(0,r.Ag)(e)
const n=(0,r.Nc)(t?.annotations)
if(t!==undefined&&Array.isArray(t.manifests))return{kind:"index",manifests:t.manifests.map(readDescriptor),annotations:n}
const s=t?.layers===null?[]:t?.layers
if(t!==undefined&&Array.isArray(s)){const e=(0,r.E3)(t.artifactType)
const i=readDescriptor(t.config)
const a=s.map(readDescriptor)
return{kind:"image",config:i,layers:a,annotations:n,...(0,o.s)({artifactType:e})}}throw new Error("neither an image manifest nor an index of them")}function isAttestation({annotations:e,platform:t}){return e?.["vnd.docker.reference.type"]==="attestation-manifest"||t?.os==="unknown"}function readDescriptor(e){const t=(0,r.Ag)(e)
const n=(0,r.E3)(t?.mediaType)
const s=(0,r.E3)(t?.digest)
const i=t?.size
if(n===undefined||s===undefined||typeof i!=="number")throw new Error("a descriptor lacks its media type, digest or size")
const a=(0,r.Ag)(t?.platform)
const c=(0,r.E3)(a?.os)
const d=(0,r.E3)(a?.architecture)
const f=(0,r.E3)(a?.variant)
const u=(0,r.E3)(t?.artifactType)
return{mediaType:n,digest:s,size:i,...c!==undefined&&d!==undefined&&{platform:{os:c,architecture:d,...(0,o.s)({variant:f})}},...(0,o.s)({artifactType:u}),...t?.annotations!==undefined&&{annotations:(0,r.Nc)(t.annotations)}}}}),9488:((e,t,n)=>{n.d(t,{FL:()=>normalizePlatform,iQ:()=>splitPlatform,my:()=>samePlatform})
var s=n(39893)
const o={aarch64:"arm64",x86_64:"amd64","x86-64":"amd64"}
function normalizePlatform({os:e,architecture:t,variant:n}){const s=o[t]??t
const r=s==="arm64"?"v8":s==="amd64"?"v1":undefined
const i=s==="arm"?n??"v7":n===r?undefined:n
return[e,s,i].filter(e=>e!==undefined&&e!=="").join("/")}function splitPlatform(e){const[t="linux",n="",o]=e.split("/")
return{os:t,architecture:n,...(0,s.s)({variant:o})}}function samePlatform(e,t){return normalizePlatform(e)===normalizePlatform(t)}}),11886:((e,t,n)=>{n.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,WF:()=>tryParseReference,Z9:()=>referenceTarget,_M:()=>repositoryOf,hG:()=>familiarName})
var s=n(39893)
var o=n(85465)
const r=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const i=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const a=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const c=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const d="docker.io"
function isDigest(e){return c.test(e)}function parseReference(e){const t=tryParseReference(e)
if(t.kind==="problem")throw new o.yo(t.problem)
return t.reference}function tryParseReference(e,t){const{name:n,tag:o,digest:r}=cut(e)
const{host:i,repository:a}=splitHost(n)
const c=wrongWith({host:i,repository:a,tag:o,digest:r})
if(c!==undefined){const n=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const o="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:n,why:c,fix:o,...(0,s.s)({at:t})}}}return{kind:"reference",reference:{host:i,repository:a,...(0,s.s)({tag:o,digest:r})}}}function formatReference({host:e,repository:t,tag:n,digest:s}){return`${e}/${t}${n===undefined?"":`:${n}`}${s===undefined?"":`@${s}`}`}function familiarName(e){const t=formatReference(e)
const n=t.startsWith(`${d}/`)?t.slice(d.length+1):t
const s=e.host===d&&/^library\/[^/]+$/.test(e.repository)?n.slice(8):n
return s.endsWith(":latest")?s.slice(0,-":latest".length):s}function mirrorReference(e,t){const n=t.get(e.host)
if(n===undefined)return e
const{host:s,repository:o}=parseReference(`${n.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:s,repository:o}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const n=t===-1?e:e.slice(0,t)
const s=n.indexOf(":",n.lastIndexOf("/")+1)
return{name:s===-1?n:n.slice(0,s),...s!==-1&&{tag:n.slice(s+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const n=t===-1?"":e.slice(0,t)
const s=/[.:]/.test(n)||n==="localhost"||n!==n.toLowerCase()
const o=s?n:d
const r=s?e.slice(t+1):e
if(o!==d&&o!=="index.docker.io")return{host:o,repository:r}
return{host:d,repository:r.includes("/")?r:`library/${r}`}}function wrongWith(e){const{host:t,repository:n,tag:s,digest:o}=e
const c=n.replace(/^library\//,"")
if(c==="")return"the name is missing"
if(!r.test(t))return`${JSON.stringify(t)} is not a registry host`
if(n!==n.toLowerCase())return`the name ${JSON.stringify(c)} must be lower case`
const d=n.split("/").find(e=>!i.test(e))
if(d!==undefined)return`the name part ${JSON.stringify(d)} may have only a-z, 0-9, and single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(c))return"a name of 64 hex digits looks like an image ID"
if(t.length+1+n.length>255)return"host and name are longer than 255 characters"
if(s!==undefined&&!a.test(s))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(o!==undefined&&!isDigest(o))return"a digest is sha256: and 64 hex digits"
return undefined}function repositoryOf(e){const t=e.split("@",1)[0]??e
const n=t.lastIndexOf(":")
return n>t.lastIndexOf("/")?t.slice(0,n):t}}),10976:((e,t,n)=>{n.d(t,{kQ:()=>isRepositoryForbidden,sS:()=>isImageMissing,tT:()=>refusalAdvice})
var s=n(85465)
function refusalAdvice({host:e,repository:t},n,s){if(/not allowed to create organization package/i.test(n))return`${o}; in the organization's settings, under Packages, allow its members to create packages`
if(/permission_denied|not allowed to \w+ organization package/i.test(n)||s==="used"&&isGitHub(e))return`${o}; in the package's settings on GitHub, under "Manage Actions access", add this repository with the role Write`
return/name.?unknown|repository .*(?:does not exist|not found)/i.test(n)?createCommand({host:e,repository:t},n):undefined}const o="give the job `permissions: packages: write`"
const isGitHub=e=>e==="ghcr.io"||e.startsWith("containers.")
function createCommand({host:e,repository:t},n){const s=/\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\./.exec(e)?.[1]
const[o="",r=""]=t.split("/")
if(e==="public.ecr.aws")return`create it: aws ecr-public create-repository --region us-east-1 --repository-name ${t.slice(o.length+1)}`
if(s!==undefined||/does not exist in the registry with id/.test(n))return`create it: aws ecr create-repository${s===undefined?"":` --region ${s}`} --repository-name ${t}`
const i=/^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(e)?.[1]
return i===undefined?undefined:`create it: gcloud artifacts repositories create ${r} --repository-format=docker --location=${i} --project=${o}`}const r=new Set(["registry/not-found","registry/no-platform","registry/bad-reference","registry/denied"])
const isImageMissing=e=>e instanceof s.yo&&e.problems.every(({code:e})=>r.has(e))
const isRepositoryForbidden=e=>e instanceof s.yo&&e.problems.every(({code:e})=>e==="registry/denied")&&e.status===403}),46226:((e,t,n)=>{n.d(t,{HK:()=>i,a2:()=>retryDelay,bC:()=>readWithBackoff,nO:()=>Backoff})
var s=n(32270)
const o={firstMs:1e3,maxMs:6e4,jitter:true}
const r={firstMs:50,maxMs:4e3,totalMs:2e4}
const i={registryCall:{...o,tries:6,maxRetryAfterMs:12e4},blob:{firstMs:0,maxMs:0,tries:4},registryLag:r,build:{...o,tries:4},pull:{...o,tries:3},cleanup:r,gitHubCreate:{...o,tries:3},packageIndex:{firstMs:0,maxMs:0,tries:2}}
function retryDelay({firstMs:e,maxMs:t,maxRetryAfterMs:n,jitter:s},o,r=Math.random(),i){if(i!==undefined)return Math.min(i,n??i)
const a=Math.min(t,e*2**(o-1))
return s?a*(.5+r/2):a}class Backoff{#h
#p
#y
#g=1
#m=0
constructor(e,t=s.y,n){this.#h=e
this.#p=t
this.#y=n}async wait(){const{tries:e=Number.POSITIVE_INFINITY,totalMs:t=Number.POSITIVE_INFINITY}=this.#h
const n=t-this.#m
if(this.#g>=e||n<=0||this.#y?.aborted)return false
const s=Math.min(n,retryDelay(this.#h,this.#g++))
this.#m+=s
if(s>0)await this.#p(s)
return true}reset(){this.#g=1}}async function readWithBackoff(e,t){let n=await e()
while(n===undefined&&await t.wait())n=await e()
t.reset()
return n}})}
