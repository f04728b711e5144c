export const id=286
export const ids=[286]
export const modules={97905:((e,t,n)=>{n.r(t)
n.d(t,{layerReader:()=>layerReader})
var r=n(73979)
var i=n(74021)
var s=n(17904)
var a=n(84949)
const o=[{what:"an environment file",name:/(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$)[^/]*)?$/},{what:"a private key",name:/(?:^|\/)(?:id_rsa|id_dsa|id_ecdsa|id_ed25519)$/},{what:"credentials of a package index",name:/(?:^|\/)\.pypirc$/},{what:"credentials of a package index",name:/(?:^|\/)\.npmrc$/,head:/_auth|_password/i},{what:"credentials of a package index",name:/(?:^|\/)(?:\.pip\/pip|pip)\.conf$/,head:/:\/\/[^\s/:@]{1,200}:[^\s@]{1,2000}@/},{what:"logins",name:/(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf)$/},{what:"a registry login",name:/(?:^|\/)\.docker\/config\.json$/,head:/"auth"|"identitytoken"/},{what:"cloud credentials",name:/(?:^|\/)(?:\.aws\/credentials|application_default_credentials\.json)$/},{what:"cluster credentials",name:/(?:^|\/)\.kube\/config$/},{what:"a key store",name:/\.(?:p12|pfx|jks|keystore|kdbx)$/},{what:"a git repository",name:/(?:^|\/)\.git\/(?:config|HEAD)$/}]
const d=/^(?:usr\/(?:lib|share|libexec)|lib)\/|(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|pkg\/mod|testdata)\//
const c=Buffer.from("PRIVATE KEY-----")
const f=/(?:^|[\r\n]|"private_key": ?")-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----(?:[\r\n]|\\n)/
function secretKind(e,t){if(d.test(e))return undefined
const n=o.find(n=>n.name.test(e)&&(n.head===undefined||n.head.test(t.toString("latin1"))))
if(n!==undefined)return n.what
return t.includes(c)&&f.test(t.toString("latin1"))?"a private key":undefined}const l={bytes:32*2**30,entries:1e6}
const u=4096
const h=new Set(["etc/passwd","etc/group","etc/os-release","usr/lib/os-release"])
function layerReader(e=l){const t=archiveReader(e)
const n=(0,i.f)(t.take)
return{take:n.take,cancel:n.cancel,async end(){await n.end()
return t.end()}}}function archiveReader(e){const t=[]
const n=[]
const i=[]
let o=0
let d
let c=true
const f=new r.i({onwarn:(e,t)=>{const n=t instanceof Error?t.message:t
if(/INVALID|BAD_ARCHIVE/.test(e))d??=new Error(`it is not a valid tar archive: ${n}`)},onReadEntry:e=>{const t=(0,a.W)(e.path)
const r=t.lastIndexOf("/")
const s=t.slice(r+1)
const o=t.slice(0,Math.max(0,r))
if(s===".wh..wh..opq")i.push(o)
else if(s.startsWith(".wh.")&&!s.startsWith(".wh..wh."))n.push(o===""?s.slice(4):`${o}/${s.slice(4)}`)
else if(t!==""&&!s.startsWith(".wh."))return read(t,e)
e.resume()}})
const read=(n,r)=>{const add=r=>{if(t.length>=e.entries)d??=new Error(`it holds more than ${e.entries} files`)
else t.push([n,r])}
const{type:i,linkpath:o=""}=r
if(i==="Directory"||i==="GNUDumpDir")add({kind:"folder"})
else if(i==="SymbolicLink")add({kind:"link",target:o})
else if(i==="Link")add({kind:"same",target:(0,a.W)(o)})
else if(i==="File"||i==="OldFile"||i==="ContiguousFile"){let e=Buffer.alloc(0)
r.on("data",t=>{if(e.length>=u)return
const n=t.subarray(0,u-e.length)
e=e.length===0?n:Buffer.concat([e,n])})
r.on("end",()=>{const t=secretKind(n,e)
const{mode:i=420,uid:a=0,gid:o=0}=r
add({...{kind:"file",mode:i&4095,uid:a,gid:o,size:r.size,program:(0,s.pK)(e)},...t!==undefined&&{secret:t},...h.has(n)&&{text:e.toString("utf8")}})})
return}else add({kind:"other"})
r.resume()}
return{take(t){o+=t.length
if(o>e.bytes)throw new Error(`it unpacks to more than ${e.bytes} bytes`)
c&&=t.every(e=>e===0)
if(!c)f.write(t)
if(d!==undefined)throw d},end(){if(!c)f.end()
if(d!==undefined)throw d
return{entries:t,removed:n,emptied:i,size:o}}}}}),74021:((e,t,n)=>{n.d(t,{f:()=>openDecompressor})
var r=n(38522)
function openDecompressor(e){let t=Buffer.alloc(0)
let n
let i=false
let s
let a=false
let o
const fail=e=>{s??=e
o?.()}
const emit=t=>{if(s!==undefined||a)return
try{e(t)}catch(e){fail(e)
n?.destroy()}}
const start=()=>{const e=t[0]===31&&t[1]===139
const s=t.length>=4&&t.readUInt32LE(0)===4247762216
i=!e&&!s
if(i)return
n=e?(0,r.createGunzip)({chunkSize:1<<18}):(0,r.createZstdDecompress)({chunkSize:1<<18})
n.on("data",emit).on("error",fail)}
const push=e=>{if(s!==undefined)throw s
if(n===undefined){emit(e)
return undefined}if(n.write(e))return undefined
const t=Promise.withResolvers()
o=()=>s===undefined?t.resolve():t.reject(s)
n.once("drain",o)
return t.promise}
return{take(e){const r=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(n!==undefined||i)return push(r)
t=Buffer.concat([t,r])
if(t.length<4)return undefined
start()
return push(t)},async end(){if(n===undefined&&!i)emit(t)
if(n!==undefined&&s===undefined){const e=Promise.withResolvers()
o=()=>s===undefined?e.resolve():e.reject(s)
n.once("end",o)
n.end()
await e.promise}if(s!==undefined)throw s},cancel(){a=true
n?.destroy()}}}})}
