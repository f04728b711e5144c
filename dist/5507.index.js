export const id=5507
export const ids=[5507]
export const modules={85507:((e,n,t)=>{t.r(n)
t.d(n,{openEngine:()=>openEngine})
var o=t(85465)
var s=t(96273)
var r=t(97730)
var i=t(31421)
var a=t(78474)
var c=t(51455)
var d=t(48161)
var u=t(76760)
var h=t(57075)
var f=t(58500)
function readDestination(e){if(!URL.canParse(e))return undefined
const{protocol:n,username:t,password:o,hostname:s,port:r,pathname:i,search:a,hash:c}=new URL(e)
const plain=e=>/^[A-Za-z0-9_.:[\]%-]+$/.test(e)&&!e.startsWith("-")
if(n!=="ssh:"||o!==""||a!==""||c!=="")return undefined
if(!plain(s)||t!==""&&!plain(t))return undefined
const d=s.replace(/^\[|\]$/g,"")
return{name:t===""?d:`${t}@${d}`,args:[...r===""?[]:["-p",r],...t===""?[]:["-l",t],"--",d],socket:i===""||i==="/"?"/var/run/docker.sock":i}}const p=3e4
async function openSsh(e,n){const t=readDestination(e)
if(t===undefined)throw new o.yo({code:"options/value",message:`docker-host ${JSON.stringify(e)} is not an address for ssh`,fix:"write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const s=await(0,c.mkdtemp)(u.join((0,d.tmpdir)(),"lssh-"))
const r=u.join(s,"c")
const h=u.join(s,"d")
const f=["BatchMode=yes","ServerAliveInterval=15","ServerAliveCountMax=4","ControlPersist=no","ConnectTimeout=20"]
const p=(0,i.spawn)("ssh",["-M","-N","-T","-S",r,...f.flatMap(e=>["-o",e]),"-L",`${h}:${t.socket}`,...t.args],{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(p.exitCode===null&&p.signalCode===null&&p.pid!==undefined){p.kill("SIGTERM")
await(0,a.once)(p,"close")}await(0,c.rm)(s,{recursive:true,force:true})}
try{await letIn(p,t.name,[r,h],n)}catch(e){await close()
throw e}return{dockerHost:`unix://${h}`,reach:{open:async(e,n)=>through(["-S",r,"-W",`127.0.0.1:${e}`,...t.args],n),...{host:t.name,address:"127.0.0.1",near:false}},[Symbol.asyncDispose]:close}}async function letIn(e,n,t,s){let r=""
let i
e.stderr?.on("data",e=>{r=(r+e.toString()).slice(-2e3)})
e.on("error",e=>{i=e.message})
e.on("close",e=>{i??=`ssh ended with ${e}`})
const a=performance.now()
for(;;){s.throwIfAborted()
if(i!==undefined||performance.now()-a>p)throw new o.yo({code:"engine/ssh",message:`ssh does not get into ${n}`,why:r.trim().split("\n").at(-1)||i||`no answer within ${p/1e3} s`,fix:"see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts"})
const e=await Promise.all(t.map(e=>(0,c.access)(e).then(()=>true,()=>false)))
if(e.every(Boolean))return
await(0,f.setTimeout)(50)}}function through(e,n){const t=(0,i.spawn)("ssh",e,{stdio:["pipe","pipe","ignore"],signal:n})
const o=h.Duplex.from({readable:t.stdout,writable:t.stdin})
t.on("error",e=>o.destroy(e))
o.on("close",()=>t.kill())
return o}async function openEngine(e,n,t){const{env:s,signal:i,reachHost:a}=t
if(n.host!==undefined&&n.context!==undefined)throw new o.yo({code:"options/value",message:"docker-host and docker-context both say which engine",fix:"keep one of them"})
const c=n.host!==undefined?{DOCKER_HOST:n.host,DOCKER_CONTEXT:""}:n.context!==undefined?{DOCKER_HOST:"",DOCKER_CONTEXT:n.context}:{}
const there=(n,t)=>e(n,{...t,env:{...c,...t?.env}})
const d=n.host??await addressOf(there,n.context,s,i)
const u=/^(\w+):/.exec(d)?.[1]
if(u==="ssh"){const n=await openSsh(d,i)
const t={DOCKER_HOST:n.dockerHost,DOCKER_CONTEXT:""}
return{docker:(n,o)=>e(n,{...o,env:{...t,...o?.env}}),api:(0,r.Q)(n.dockerHost,{...s,...t}),reach:n.reach,[Symbol.asyncDispose]:()=>n[Symbol.asyncDispose]()}}const h=u==="tcp"||u==="https"||u==="http"?hostOf(d):undefined
return{...{docker:there,api:(0,r.Q)(d,{...s,...c}),reach:a(h??"127.0.0.1")},[Symbol.asyncDispose]:async()=>{}}}async function addressOf(e,n,t,r){const i=n===undefined?await(0,s.VH)(t):undefined
if(i!==undefined)return i
const a=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const c=await e(n===undefined?a:[...a,"--",n],{signal:r}).catch(()=>undefined)
if(c?.exitCode===0)return c.stdout.trim()
if(n===undefined)return""
throw new o.yo({code:"options/value",message:`there is no Docker context ${JSON.stringify(n)}`,fix:"see `docker context ls`, or make it: docker context create pi --docker host=ssh://pi@raspberrypi"})}const l=/^(?:localhost|127\..*|\[?::1\]?)$/
function hostOf(e){const n=e.replace(/^tcp:/,"http:")
if(!URL.canParse(n))return undefined
const{hostname:t}=new URL(n)
return l.test(t)?undefined:t.replace(/^\[|\]$/g,"")}}),97730:((e,n,t)=>{t.d(n,{Q:()=>apiAt,V:()=>usualApi})
var o=t(31421)
var s=t(37067)
var r=t(57075)
var i=t(96273)
const a="v1.45"
function apiAt(e,n){const t=socketOf(e)
if(t===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const o=new s.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:t,agent:o})}catch(n){if(n.stale)return asked(e,{socketPath:t})
throw n}}}async function usualApi(e){const n=await(0,i.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,o.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let t=""
n.stderr.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
const s=new r.Duplex({read:()=>void n.stdout.resume(),write:(e,t,o)=>void n.stdin.write(e,()=>o())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!s.push(e))n.stdout.pause()})
n.on("error",e=>s.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)s.push(null)
else s.destroy(new Error(t.trim()||`docker system dial-stdio ended with ${e}`))})
s.on("close",()=>n.kill())
return s}const c=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:t,body:o,headers:r,signal:i,onData:d},u){return new Promise((h,f)=>{i?.throwIfAborted()
const p=o===undefined?undefined:JSON.stringify(o)
const l=t===undefined?"":`?${new URLSearchParams(t)}`
const w=(0,s.request)({...{...u,method:e,path:`/${a}${n}${l}`},headers:{...r,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>w.destroy()
i?.addEventListener("abort",abort,{once:true})
const fail=e=>{i?.removeEventListener("abort",abort)
if(i?.aborted)f(i.reason)
else f(w.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
w.on("error",fail)
w.on("response",e=>{const{statusCode:n=0}=e
const t=[]
const done=()=>{i?.removeEventListener("abort",abort)
h({status:n,headers:e.headers,text:Buffer.concat(t).toString()})}
const enough=()=>{done()
w.destroy()}
const o=n>=200&&n<300
e.on("data",e=>d&&o?d(e,enough):t.push(e))
e.on("error",fail)
e.on("end",done)})
w.end(p)})}})}
