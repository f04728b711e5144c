export const id=8286
export const ids=[8286]
export const modules={4610:((e,r,n)=>{n.d(r,{Ih:()=>startAgent,Rz:()=>d,x4:()=>readKeys,xj:()=>endAgent})
var t=n(51455)
var s=n(48161)
var o=n(76760)
var i=n(96251)
var a=n(56008)
var c=n(49588)
var u=n(92882)
const d="ssh-agent"
function readKeys(e){const r=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const n=e.match(r)??[]
if(n.length>0&&e.replace(r,"").trim()==="")return n
throw new a.yo({code:"options/ssh-keys",message:n.length===0?"ssh-keys holds no private key":"ssh-keys holds more than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line ends; write several keys one below the other"})}async function startAgent(e){const r=await(0,t.mkdtemp)((0,o.join)((0,s.tmpdir)(),"lucid-agent-"))
const n=(0,o.join)(r,"agent")
const{exitCode:f,stdout:l,stderr:h}=await(0,c.m)(["ssh-agent","-s","-a",n]).catch(async e=>{await(0,t.rm)(r,{recursive:true,force:true})
throw notStarted(e.message,e)})
const p=Number(/SSH_AGENT_PID=(\d+)/.exec(l)?.[1])
if(f!==0||!(p>1)){await(0,t.rm)(r,{recursive:true,force:true})
throw notStarted(h.trim())}(0,u.HU)(()=>(0,i.LZ)(d,JSON.stringify({pid:p,folder:r})))
process.env.SSH_AUTH_SOCK=n
const y=await Promise.all(e.map((r,n)=>addKey(r,`${n+1} of ${e.length}`)))
const w=y.filter(e=>e!==undefined)
if(w.length>0)throw new a.yo(w)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,r){const n=`${e.replaceAll("\r\n","\n")}\n`
const t={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:s,stderr:o}=await(0,c.m)(["ssh-add","-q","-"],{input:n,env:t})
if(s===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${r}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,r){const n={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or leave ssh-keys out"}
return new a.yo(n,{cause:r})}async function endAgent(e){const{pid:r,folder:n}=JSON.parse(e)
try{process.kill(r)}catch{}await(0,t.rm)(n,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),89815:((e,r,n)=>{n.r(r)
n.d(r,{setupPost:()=>setupPost})
var t=n(51455)
var s=n(96251)
var o=n(4610)
var i=n(92882)
var a=n(83142)
var c=n(27994)
var u=n(82237)
var d=n(95205)
var f=n(32534)
var l=undefined&&undefined.__addDisposableResource||function(e,r,n){if(r!==null&&r!==void 0){if(typeof r!=="object"&&typeof r!=="function")throw new TypeError("Object expected.")
var t,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=r[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=r[Symbol.dispose]
if(n)s=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(s)t=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:r,dispose:t,async:n})}else if(n){e.stack.push({async:true})}return r}
var h=undefined&&undefined.__disposeResources||function(e){return function(r){function fail(n){r.error=r.hasError?new e(n,r.error,"An error was suppressed during disposal."):n
r.hasError=true}var n,t=0
function next(){while(n=r.stack.pop()){try{if(!n.async&&t===1)return t=0,r.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return r.hasError?Promise.reject(r.error):Promise.resolve()
if(r.hasError)throw r.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,r,n){var t=new Error(n)
return t.name="SuppressedError",t.error=e,t.suppressed=r,t})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:r},{removeLeftovers:t},{reachHost:s}]=await Promise.all([n.e(1405).then(n.bind(n,51405)),Promise.all([n.e(2311),n.e(4058)]).then(n.bind(n,34058)),n.e(3662).then(n.bind(n,93662))])
const{signal:o}=new AbortController
const i=l(e,await r(f.vK,{},{env:process.env,signal:o,reachHost:s}),true)
return t(i.api)}catch(r){e.error=r
e.hasError=true}finally{const r=h(e)
if(r)await r}}var p=n(44631)
async function setupPost(){const e=(0,s.Gu)(a.$i)
const r=(0,s.Gu)(c.xm)
const n=(0,s.Gu)(o.Rz)
const t=JSON.parse((0,s.Gu)(u.J)||"[]")
const d=await(0,i.Df)(async()=>{const s=[await removeKilled(),r===""?undefined:await(0,c.iq)(r),e===""?undefined:await(0,a.A8)(e),n===""?undefined:await(0,o.xj)(n)]
for(const e of t)await keepImage(e)
return s.filter(e=>e!==undefined)})
console.log(d.length>0?d.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:r}){const n=await(0,p.a)("writing to the cache",()=>(0,d.mm)(e,r),e=>e===undefined?`${r} is kept in the cache`:undefined)
if(n!==undefined)(0,i.HU)(()=>(0,s.$e)(`${r} could not be kept in the cache: ${n}`))
await(0,t.rm)(e,{recursive:true,force:true})}}),47624:((e,r,n)=>{n.d(r,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var t=n(73024)
var s=n(51455)
var o=n(76760)
var i=n(45364)
function dockerWith(e){return(r,n)=>e(["docker",...r],n)}var a=undefined&&undefined.__addDisposableResource||function(e,r,n){if(r!==null&&r!==void 0){if(typeof r!=="object"&&typeof r!=="function")throw new TypeError("Object expected.")
var t,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=r[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=r[Symbol.dispose]
if(n)s=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(s)t=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:r,dispose:t,async:n})}else if(n){e.stack.push({async:true})}return r}
var c=undefined&&undefined.__disposeResources||function(e){return function(r){function fail(n){r.error=r.hasError?new e(n,r.error,"An error was suppressed during disposal."):n
r.hasError=true}var n,t=0
function next(){while(n=r.stack.pop()){try{if(!n.async&&t===1)return t=0,r.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return r.hasError?Promise.reject(r.error):Promise.resolve()
if(r.hasError)throw r.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,r,n){var t=new Error(n)
return t.name="SuppressedError",t.error=e,t.suppressed=r,t})
function straightToPlugins(e){const r=dockerWith(e)
return async(n,t)=>{const[s=""]=n
const o=await findPlugin(s,{...process.env,...t?.env})
if(o===undefined)return r(n,t)
return e([o,...n],{...t,env:{...t?.env,...u}})}}const u={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,r){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const n=await firstOf((r.PATH??"").split(o.delimiter),"docker")
if(n===undefined||await isScript(n))return undefined
const t=o.join((0,i.vg)(r),"cli-plugins")
return firstOf([t,...await extraFolders(r),...d],`docker-${e}`)}const d=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,r){for(const n of e){const e=o.join(n,r)
const i=n!==""&&await(0,s.access)(e,t.constants.X_OK).then(...f)
if(i)return e}return undefined}const f=[()=>true,()=>false]
async function isScript(e){try{const r={stack:[],error:void 0,hasError:false}
try{const n=a(r,await(0,s.open)(e),true)
const{buffer:t}=await n.read(Buffer.alloc(2),0,2,0)
return t.toString("latin1")==="#!"}catch(e){r.error=e
r.hasError=true}finally{const e=c(r)
if(e)await e}}catch{return true}}async function extraFolders(e){const r=await(0,i.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(r)?r.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,r,n,t){const s=await findPlugin(r,n)
if(s===undefined)return undefined
try{const{stdout:r}=await e([s,"docker-cli-plugin-metadata"],{signal:t})
const{Version:n}=JSON.parse(r)
return typeof n==="string"&&n!==""?n:undefined}catch{return undefined}}}),5966:((e,r,n)=>{n.d(r,{H:()=>failedChecks,i:()=>checkWords})
function failedChecks(e){return e.filter(({ok:e,level:r})=>!e&&r!=="warning")}const checkWords=({name:e,expected:r,actual:n})=>`${e}: expected ${r}, found ${n}`}),42812:((e,r,n)=>{n.d(r,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const t=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const s=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(t,"").replace(s,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(t,"").replace(s," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),34493:((e,r,n)=>{n.d(r,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:r}){const n=e.slice(0,12)
const t=r.kind==="pull_request"?r.headRevision:undefined
return t===undefined||t===e?n:`${n}, the merge of ${t.slice(0,12)}`}}),9179:((e,r,n)=>{n.d(r,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const r=Math.round(e/1e3)
if(r<60)return`${r} s`
return`${Math.floor(r/60)} min ${r%60} s`}function size(e){const r=["B","kB","MB","GB","TB"]
let n=e
let t=0
while(n>=999.5&&t<r.length-1){n/=1e3
t+=1}return`${n>=100||t===0?Math.round(n):n.toFixed(1)} ${r[t]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,r,n=`${r}s`){return`${e} ${e===1?r:n}`}}),87055:((e,r,n)=>{n.d(r,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var t=n(93223)
const s=/^[\x20-\x7e]*$/
function widthOf(e){return s.test(e)?e.length:(0,t.A)(e)}function cutTo(e,r){if(widthOf(e)<=r)return e
let n=""
let t=r-1
for(const{segment:r}of(new Intl.Segmenter).segment(e)){t-=widthOf(r)
if(t<0)break
n+=r}return`${n}\u2026`}const padRight=(e,r)=>e+" ".repeat(Math.max(0,r-widthOf(e)))
const padLeft=(e,r)=>" ".repeat(Math.max(0,r-widthOf(e)))+e})}
