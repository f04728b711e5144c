export const id=7905
export const ids=[7905,286]
export const modules={84949:((e,n,t)=>{t.d(n,{R:()=>isLayerContent,W:()=>cleanLayerPath})
var r=t(16496)
function isLayerContent(e){const{entries:n,removed:t,emptied:i,size:s}=(0,r.Ag)(e)??{}
return Array.isArray(n)&&n.every(e=>Array.isArray(e)&&typeof e[0]==="string"&&(0,r.E3)(e[1]?.kind))&&[t,i].every(Array.isArray)&&typeof s==="number"}function cleanLayerPath(e){const n=[]
for(const t of e.split("/")){if(t===""||t===".")continue
if(t==="..")n.pop()
else n.push(t)}return n.join("/")}}),97905:((e,n,t)=>{t.r(n)
t.d(n,{layerReader:()=>layerReader})
var r=t(73979)
var i=t(74021)
var s=t(17904)
var a=t(84949)
const o=[{what:"an environment file",name:/(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$)[^/]*)?$/},{what:"a private key",name:/(?:^|\/)(?:id_rsa|id_dsa|id_ecdsa|id_ed25519)$/},{what:"credentials of a package index",name:/(?:^|\/)\.pypirc$/},{what:"credentials of a package index",name:/(?:^|\/)\.npmrc$/,head:/_auth|_password/i},{what:"credentials of a package index",name:/(?:^|\/)(?:\.pip\/pip|pip)\.conf$/,head:/:\/\/[^\s/:@]{1,200}:[^\s@]{1,2000}@/},{what:"logins",name:/(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf)$/},{what:"a registry login",name:/(?:^|\/)\.docker\/config\.json$/,head:/"auth"|"identitytoken"/},{what:"cloud credentials",name:/(?:^|\/)(?:\.aws\/credentials|application_default_credentials\.json)$/},{what:"cluster credentials",name:/(?:^|\/)\.kube\/config$/},{what:"a key store",name:/\.(?:p12|pfx|jks|keystore|kdbx)$/},{what:"a git repository",name:/(?:^|\/)\.git\/(?:config|HEAD)$/}]
const d=/^(?:usr\/(?:lib|share|libexec)|lib)\/|(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|pkg\/mod|testdata)\//
const c=Buffer.from("PRIVATE KEY-----")
const f=/(?:^|[\r\n]|"private_key": ?")-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----(?:[\r\n]|\\n)/
function secretKind(e,n){if(d.test(e))return undefined
const t=o.find(t=>t.name.test(e)&&(t.head===undefined||t.head.test(n.toString("latin1"))))
if(t!==undefined)return t.what
return n.includes(c)&&f.test(n.toString("latin1"))?"a private key":undefined}const u={bytes:32*2**30,entries:1e6}
const l=4096
const p=new Set(["etc/passwd","etc/group","etc/os-release","usr/lib/os-release"])
function layerReader(e=u){const n=archiveReader(e)
const t=(0,i.f)(n.take)
return{take:t.take,cancel:t.cancel,async end(){await t.end()
return n.end()}}}function archiveReader(e){const n=[]
const t=[]
const i=[]
let o=0
let d
let c=true
const f=new r.i({onwarn:(e,n)=>{const t=n instanceof Error?n.message:n
if(/INVALID|BAD_ARCHIVE/.test(e))d??=new Error(`it is not a valid tar archive: ${t}`)},onReadEntry:e=>{const n=(0,a.W)(e.path)
const r=n.lastIndexOf("/")
const s=n.slice(r+1)
const o=n.slice(0,Math.max(0,r))
if(s===".wh..wh..opq")i.push(o)
else if(s.startsWith(".wh.")&&!s.startsWith(".wh..wh."))t.push(o===""?s.slice(4):`${o}/${s.slice(4)}`)
else if(n!==""&&!s.startsWith(".wh."))return read(n,e)
e.resume()}})
const read=(t,r)=>{const add=r=>{if(n.length>=e.entries)d??=new Error(`it holds more than ${e.entries} files`)
else n.push([t,r])}
const{type:i,linkpath:o=""}=r
if(i==="Directory"||i==="GNUDumpDir")add({kind:"folder"})
else if(i==="SymbolicLink")add({kind:"link",target:o})
else if(i==="Link")add({kind:"same",target:(0,a.W)(o)})
else if(i==="File"||i==="OldFile"||i==="ContiguousFile"){let e=Buffer.alloc(0)
r.on("data",n=>{if(e.length>=l)return
const t=n.subarray(0,l-e.length)
e=e.length===0?t:Buffer.concat([e,t])})
r.on("end",()=>{const n=secretKind(t,e)
const{mode:i=420,uid:a=0,gid:o=0}=r
add({...{kind:"file",mode:i&4095,uid:a,gid:o,size:r.size,program:(0,s.pK)(e)},...n!==undefined&&{secret:n},...p.has(t)&&{text:e.toString("utf8")}})})
return}else add({kind:"other"})
r.resume()}
return{take(n){o+=n.length
if(o>e.bytes)throw new Error(`it unpacks to more than ${e.bytes} bytes`)
c&&=n.every(e=>e===0)
if(!c)f.write(n)
if(d!==undefined)throw d},end(){if(!c)f.end()
if(d!==undefined)throw d
return{entries:n,removed:t,emptied:i,size:o}}}}}),74021:((e,n,t)=>{t.d(n,{f:()=>openDecompressor})
var r=t(38522)
function openDecompressor(e){let n=Buffer.alloc(0)
let t
let i=false
let s
let a=false
let o
const fail=e=>{s??=e
o?.()}
const emit=n=>{if(s!==undefined||a)return
try{e(n)}catch(e){fail(e)
t?.destroy()}}
const start=()=>{const e=n[0]===31&&n[1]===139
const s=n.length>=4&&n.readUInt32LE(0)===4247762216
i=!e&&!s
if(i)return
t=e?(0,r.createGunzip)({chunkSize:1<<18}):(0,r.createZstdDecompress)({chunkSize:1<<18})
t.on("data",emit).on("error",fail)}
const push=e=>{if(s!==undefined)throw s
if(t===undefined){emit(e)
return undefined}if(t.write(e))return undefined
const n=Promise.withResolvers()
o=()=>s===undefined?n.resolve():n.reject(s)
t.once("drain",o)
return n.promise}
return{take(e){const r=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(t!==undefined||i)return push(r)
n=Buffer.concat([n,r])
if(n.length<4)return undefined
start()
return push(n)},async end(){if(t===undefined&&!i)emit(n)
if(t!==undefined&&s===undefined){const e=Promise.withResolvers()
o=()=>s===undefined?e.resolve():e.reject(s)
t.once("end",o)
t.end()
await e.promise}if(s!==undefined)throw s},cancel(){a=true
t?.destroy()}}}}),39893:((e,n,t)=>{t.d(n,{s:()=>defined})
function defined(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==undefined))}}),17904:((e,n,t)=>{t.d(n,{pK:()=>readExecutable,sb:()=>hasCrlfShebang,yC:()=>unameMachine})
var r=t(39893)
const i=[["386",3,"i686"],["ppc64le",21,"ppc64le"],["s390x",22,"s390x"],["arm",40,"armv7l"],["amd64",62,"x86_64"],["arm64",183,"aarch64"],["riscv64",243,"riscv64"],["loong64",258,"loongarch64"]]
function unameMachine(e){const n=e.split("/")[1]
return i.find(([e])=>e===n)?.[2]}const hasCrlfShebang=e=>e.kind==="script"&&e.interpreter.at(-1)?.endsWith("\r")===true
function readExecutable(e){const n=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(n.length>=20&&n.readUInt32BE(0)===2135247942){const e=n[5]===2?n.readUInt16BE(18):n.readUInt16LE(18)
const t=i.find(([,n])=>n===e)?.[2]??`machine ${e}`
return{kind:"elf",machine:t,...(0,r.s)({loader:loaderOf(n)})}}if(n.subarray(0,2).toString("latin1")==="#!"){const e=n.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:e.replace(/^[ \t]+|[ \t]+$/g,"").split(/[ \t]+/)}}return{kind:"other"}}function loaderOf(e){if(e.length<64||e[4]!==2||e[5]!==1)return undefined
const n=Number(e.readBigUInt64LE(32))
const t=e.readUInt16LE(54)
const r=e.readUInt16LE(56)
for(let i=0;i<r&&t>=56;i++){const r=n+i*t
if(r+56>e.length)return undefined
if(e.readUInt32LE(r)!==3)continue
const s=Number(e.readBigUInt64LE(r+8))
const a=Number(e.readBigUInt64LE(r+32))
if(a<2||a>256||s+a>e.length)return undefined
return e.toString("utf8",s,s+a).replace(/\0.*$/s,"")}return undefined}}),16496:((e,n,t)=>{t.d(n,{Ag:()=>readObject,E3:()=>readString,LD:()=>readList,Nc:()=>readStrings,gf:()=>parseAs,lA:()=>fits,qF:()=>parseJson})
function fits(e,n,t){const{error:r}=e.safeParse(n)
const[i]=r?.issues??[]
if(i!==undefined){const e=i.path.length>0?`${i.path.join(".")}: `:""
t?.(`${e}${i.message.replace(/^Invalid input: /,"")}`)}return r===undefined}function parseJson(e){try{return JSON.parse(typeof e==="string"?e:(new TextDecoder).decode(e))}catch{return undefined}}function parseAs(e,n){const t=parseJson(n)
return fits(e,t)?t:undefined}function readObject(e){return isObject(e)?e:undefined}function readString(e){return typeof e==="string"&&e!==""?e:undefined}function readStrings(e){const n=Object.entries(readObject(e)??{})
return Object.fromEntries(n.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}})}
