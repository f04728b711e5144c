export const id=2964
export const ids=[2964]
export const modules={92964:((e,n,t)=>{t.r(n)
t.d(n,{connectEngine:()=>connectEngine})
var o=t(85465)
var s=t(64569)
var r=t(96273)
var c=t(92009)
var i=t(97730)
var a=t(31421)
var d=t(78474)
var u=t(73024)
var p=t(51455)
var f=t(48161)
var h=t(76760)
var l=t(57075)
var w=t(32270)
var v=t(44853)
function parseSshAddress(e){const n=URL.parse(e)
if(n===null)return undefined
const{protocol:t,username:o,password:s,hostname:r,port:c,pathname:i,search:a,hash:d}=n
const isPlain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(t!=="ssh:"||s!==""||a!==""||d!=="")return undefined
if(!isPlain(r)||o!==""&&!isPlain(o))return undefined
const u=r.replace(/^\[|\]$/g,"")
return{name:o===""?u:`${o}@${u}`,args:[...c===""?[]:["-p",c],...o===""?[]:["-l",o],"--",u],socket:i===""||i==="/"?"/var/run/docker.sock":i}}const y=3e4
async function openSshTunnel(e,n){const t=parseSshAddress(e)
if(t===undefined)throw new o.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is not an ssh address`,fix:"write, for example, ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const s=await(0,p.mkdtemp)(h.join((0,f.tmpdir)(),"lssh-"))
const r=h.join(s,"c")
const c=h.join(s,"d")
const{name:i,socket:u,args:l}=t
const w=["-oServerAliveInterval=15","-oServerAliveCountMax=4"]
const v=["-oBatchMode=yes","-oControlPersist=no","-oConnectTimeout=20",...w]
const y=["-M","-N","-T","-S",r,...v,"-L",`${c}:${u}`,...l]
const m=(0,a.spawn)("ssh",y,{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(m.exitCode===null&&m.signalCode===null&&m.pid!==undefined){m.kill("SIGTERM")
await(0,d.once)(m,"close")}await(0,p.rm)(s,{recursive:true,force:true})}
try{await untilConnected(m,i,[r,c],n)}catch(e){await close()
throw e}return{dockerHost:`unix://${c}`,reach:{connect:async(e,n)=>forward(["-S",r,"-W",`127.0.0.1:${e}`,...l],n),...{host:i,publishAddress:"127.0.0.1",isLocal:false}},[Symbol.asyncDispose]:close}}async function untilConnected(e,n,t,s){const r=(0,v.C)(e.stderr)
let c
e.on("error",e=>{c=e.message})
e.on("close",e=>{c??=`ssh exited with ${e}`})
const i=performance.now()
while(!t.every(e=>(0,u.existsSync)(e))){s.throwIfAborted()
if(c!==undefined||performance.now()-i>y)throw new o.yo({code:"engine/ssh",message:`ssh cannot connect to ${n}`,why:r().trim().split("\n").at(-1)||c||`no response within ${y/1e3} s`,fix:"make sure that `ssh` connects without a prompt: add the key to the agent and the machine to known_hosts"})
await(0,w.y)(50)}}function forward(e,n){const t=(0,a.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:n})
const o=l.Duplex.from({readable:t.stdout,writable:t.stdin})
t.on("error",e=>o.destroy(e))
o.on("close",()=>t.kill())
return o}async function connectEngine(e,{host:n,context:t},{env:s,signal:r}){if(n!==undefined&&t!==undefined)throw new o.yo({code:"options/value",message:"docker-host and docker-context both select an engine",fix:"keep one of them"})
const a=n===undefined&&t===undefined?{}:{DOCKER_HOST:n??"",DOCKER_CONTEXT:t??""}
const d=dockerWithEnv(e,a)
const u=n??await addressOf(d,t,s,r)
const p=/^(\w+):/.exec(u)?.[1]
if(p==="ssh"){const n=await openSshTunnel(u,r)
const t={DOCKER_HOST:n.dockerHost,DOCKER_CONTEXT:""}
return{docker:dockerWithEnv(e,t),api:(0,i.v)(n.dockerHost,{...s,...t}),reach:n.reach,[Symbol.asyncDispose]:()=>n[Symbol.asyncDispose]()}}const f=p==="tcp"||p==="https"||p==="http"
return{docker:d,api:(0,i.v)(u,{...s,...a}),reach:(0,c.H)((f?hostOf(u):undefined)??"127.0.0.1"),[Symbol.asyncDispose]:async()=>{}}}const dockerWithEnv=(e,n)=>(t,o)=>e(t,{...o,env:{...n,...o?.env}})
async function addressOf(e,n,t,s){const c=n===undefined?await(0,r.c7)(t):undefined
if(c!==undefined)return c
const i=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const a=e(n===undefined?i:[...i,"--",n],{signal:s})
const d=await a.catch(()=>undefined)
if(d?.exitCode===0)return d.stdout.trim()
if(n===undefined)return""
throw new o.yo({code:"options/value",message:`unknown Docker context ${JSON.stringify(n)}`,fix:"see `docker context ls`, or create it: docker context create pi --docker host=ssh://pi@raspberrypi"})}function hostOf(e){const n=URL.parse(e.replace(/^tcp:/,"http:"))?.hostname
return n===undefined||(0,s.U9)(n)?undefined:n.replace(/^\[|\]$/g,"")}}),92009:((e,n,t)=>{t.d(n,{H:()=>directPortAccess})
var o=t(77030)
function directPortAccess(e){const n=e==="127.0.0.1"
const t=n?e:"0.0.0.0"
return{connect:(n,t)=>connectTo(e,n,t),host:e,publishAddress:t,isLocal:n}}function connectTo(e,n,t){return new Promise((s,r)=>{t.throwIfAborted()
const c=(0,o.connect)({host:e,port:n,noDelay:true})
const abort=()=>c.destroy(t.reason instanceof Error?t.reason:new Error("interrupted"))
t.addEventListener("abort",abort,{once:true})
const settle=()=>{t.removeEventListener("abort",abort)
c.off("error",r)}
c.once("error",r)
c.once("close",settle)
c.once("connect",()=>{settle()
s(c)})})}}),97730:((e,n,t)=>{t.d(n,{I:()=>defaultEngineApi,v:()=>openEngineApi})
var o=t(31421)
var s=t(37067)
var r=t(57075)
var c=t(44853)
var i=t(96273)
const a="v1.45"
function openEngineApi(e,n){const t=socketOf(e)
if(t===undefined)return e=>send(e,{createConnection:()=>dialStdio(n)})
const o=new s.Agent({keepAlive:true})
return async e=>{try{return await send(e,{socketPath:t,agent:o})}catch(n){if(n.stale)return send(e,{socketPath:t})
throw n}}}async function defaultEngineApi(e){const n=await(0,i.c7)(e)
return n===undefined||socketOf(n)===undefined?undefined:openEngineApi(n,e)}function socketOf(e){const n=/^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(e)?.[1]
return n?.replaceAll("/","\\")??/^unix:\/\/(\/.*)$/.exec(e)?.[1]}function dialStdio(e){const n=(0,o.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
const t=(0,c.C)(n.stderr)
const s=new r.Duplex({read:()=>void n.stdout.resume(),write:(e,t,o)=>void n.stdin.write(e,()=>o())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!s.push(e))n.stdout.pause()})
n.on("error",e=>s.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)s.push(null)
else s.destroy(new Error(t().trim()||`docker system dial-stdio exited with ${e}`))})
s.on("close",()=>n.kill())
return s}const d=new Set(["ECONNRESET","EPIPE"])
function send(e,n){const{method:t,path:o,query:r,body:c,headers:i,signal:u,onData:p}=e
return new Promise((e,f)=>{u?.throwIfAborted()
const h=c===undefined?undefined:JSON.stringify(c)
const l=r===undefined?"":`?${new URLSearchParams(r)}`
const w=(0,s.request)({...{...n,method:t,path:`/${a}${o}${l}`},headers:{...i,host:"docker",...h!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(h)},...t==="POST"&&h===undefined&&{"content-length":0}}})
const abort=()=>w.destroy()
u?.addEventListener("abort",abort,{once:true})
const fail=e=>{u?.removeEventListener("abort",abort)
if(u?.aborted)f(u.reason)
else f(w.reusedSocket&&d.has(e.code??"")?Object.assign(e,{stale:true}):e)}
w.on("error",fail)
w.on("response",n=>{const{statusCode:t=0,headers:o}=n
const s=[]
const done=()=>{u?.removeEventListener("abort",abort)
e({status:t,headers:o,text:Buffer.concat(s).toString()})}
const enough=()=>{done()
w.destroy()}
const r=t>=200&&t<300
n.on("data",e=>p&&r?p(e,enough):s.push(e))
n.on("error",fail)
n.on("end",done)})
w.end(h)})}})}
