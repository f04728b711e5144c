export const id=9815
export const ids=[9815]
export const modules={4610:((e,t,n)=>{n.d(t,{Ih:()=>startAgent,Rz:()=>u,x4:()=>readKeys,xj:()=>endAgent})
var r=n(51455)
var s=n(48161)
var o=n(76760)
var a=n(96251)
var i=n(56008)
var c=n(49588)
var d=n(92882)
const u="ssh-agent"
function readKeys(e){const t=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const n=e.match(t)??[]
if(n.length>0&&e.replace(t,"").trim()==="")return n
throw new i.yo({code:"options/ssh-keys",message:n.length===0?"ssh-keys holds no private key":"ssh-keys holds more than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line ends; write several keys one below the other"})}async function startAgent(e){const t=await(0,r.mkdtemp)((0,o.join)((0,s.tmpdir)(),"lucid-agent-"))
const n=(0,o.join)(t,"agent")
const{exitCode:f,stdout:l,stderr:h}=await(0,c.m)(["ssh-agent","-s","-a",n]).catch(async e=>{await(0,r.rm)(t,{recursive:true,force:true})
throw notStarted(e.message,e)})
const p=Number(/SSH_AGENT_PID=(\d+)/.exec(l)?.[1])
if(f!==0||!(p>1)){await(0,r.rm)(t,{recursive:true,force:true})
throw notStarted(h.trim())}(0,d.HU)(()=>(0,a.LZ)(u,JSON.stringify({pid:p,folder:t})))
process.env.SSH_AUTH_SOCK=n
const y=await Promise.all(e.map((t,n)=>addKey(t,`${n+1} of ${e.length}`)))
const w=y.filter(e=>e!==undefined)
if(w.length>0)throw new i.yo(w)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,t){const n=`${e.replaceAll("\r\n","\n")}\n`
const r={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:s,stderr:o}=await(0,c.m)(["ssh-add","-q","-"],{input:n,env:r})
if(s===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${t}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,t){const n={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or leave ssh-keys out"}
return new i.yo(n,{cause:t})}async function endAgent(e){const{pid:t,folder:n}=JSON.parse(e)
try{process.kill(t)}catch{}await(0,r.rm)(n,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),89815:((e,t,n)=>{n.r(t)
n.d(t,{setupPost:()=>setupPost})
var r=n(51455)
var s=n(96251)
var o=n(4610)
var a=n(92882)
var i=n(83142)
var c=n(27994)
var d=n(82237)
var u=n(95205)
var f=n(32534)
var l=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var h=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:t},{removeLeftovers:r},{reachHost:s}]=await Promise.all([n.e(1405).then(n.bind(n,51405)),Promise.all([n.e(2311),n.e(4058)]).then(n.bind(n,34058)),n.e(3662).then(n.bind(n,93662))])
const{signal:o}=new AbortController
const a=l(e,await t(f.vK,{},{env:process.env,signal:o,reachHost:s}),true)
return r(a.api)}catch(t){e.error=t
e.hasError=true}finally{const t=h(e)
if(t)await t}}var p=n(44631)
async function setupPost(){const e=(0,s.Gu)(i.$i)
const t=(0,s.Gu)(c.xm)
const n=(0,s.Gu)(o.Rz)
const r=JSON.parse((0,s.Gu)(d.J)||"[]")
const u=await(0,a.Df)(async()=>{const s=[await removeKilled(),t===""?undefined:await(0,c.iq)(t),e===""?undefined:await(0,i.A8)(e),n===""?undefined:await(0,o.xj)(n)]
for(const e of r)await keepImage(e)
return s.filter(e=>e!==undefined)})
console.log(u.length>0?u.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:t}){const n=await(0,p.a)(()=>(0,u.mm)(e,t),e=>e===undefined?`${t} is kept in the cache`:undefined)
if(n!==undefined)(0,a.HU)(()=>(0,s.$e)(`${t} could not be kept in the cache: ${n}`))
await(0,r.rm)(e,{recursive:true,force:true})}})}
