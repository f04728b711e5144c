export const id=7727
export const ids=[7727]
export const modules={66700:((e,t,n)=>{n.d(t,{t:()=>cleanPath})
function cleanPath(e){const t=[]
for(const n of e.split("/")){if(n===""||n===".")continue
if(n==="..")t.pop()
else t.push(n)}return t.join("/")}}),7727:((e,t,n)=>{n.d(t,{Verifier:()=>Verifier})
var s=n(70370)
var i=n(15044)
var r=n(11886)
const o="org.opencontainers.image.base.name"
function findBase(e,t,n){const s=t.filter(({facts:t})=>t.layers.length>0&&startsWith(e,t)).sort((e,t)=>t.facts.layers.length-e.facts.layers.length)
const i=s.find(({kind:e})=>e==="outside")
if(i!==undefined){const e=s.slice(0,s.indexOf(i)).filter(({kind:e})=>e==="catalog")
const{name:t,platform:n}=i
const r=e.map(e=>e.name)
return{kind:"image",name:t,through:r,by:"layers",...n!==undefined&&{platform:n}}}const r=e.labels[o]
if(r!==undefined&&r!=="")return{kind:"image",name:r,through:[],by:"label"}
if(n.length>0)return{kind:"unknown",why:n.join("; ")}
return{kind:"scratch"}}function startsWith(e,t){const begins=(e,t)=>t.length>0&&t.length<=e.length&&t.every((t,n)=>t===e[n])
const digests=e=>e.layers.map(({digest:e})=>e)
return begins(digests(e),digests(t))||begins(e.diffIds,t.diffIds)}const isDistroless=e=>e.kind==="image"&&/(?:^|\/)distroless(?:\/|[:@]|$)|^cgr\.dev\/chainguard\//.test(e.name)
function baseWords(e){switch(e.kind){case"image":return[e.name,...e.through.map(e=>`through ${e}`),...e.platform===undefined?[]:[`for ${e.platform}`],...e.by==="label"?["as its label says"]:[]].join(", ")
case"scratch":return"scratch"
case"unknown":return`unknown: ${e.why}`
default:return e}}async function baseOf(e,t,n){const s=candidatesOf(t.service,t.platform,n)
const i=[]
const r=await Promise.all(s.map(async({name:e,kind:s,ref:r})=>{const o=await n.facts(r,t.platform)
if(o!==undefined&&!("why"in o))return[{name:e,kind:s,facts:o}]
if(o===undefined||!/is not made for/.test(o.why))i.push(`${e} cannot be read`)
return[]}))
const o=findBase(e,r.flat(),i)
if(o.kind!=="scratch")return o
const a=await Promise.all(s.filter(({kind:e})=>e==="outside").map(e=>onOthers(e,t.platform,n)))
return findBase(e,a.flat(),[])}async function onOthers({name:e,ref:t},n,s){const i=(await s.platforms(t)).filter(e=>e!==n)
const r=await Promise.all(i.map(async n=>{const i=await s.facts(t,n)
return i===undefined||"why"in i?[]:[{name:e,kind:"outside",platform:n,facts:i}]}))
return r.flat()}function candidatesOf(e,t,{plan:n,images:s,pinned:i},r=new Set){const o=n.images.find(n=>n.service===e&&n.platform===t)
if(o===undefined||r.has(e))return[]
r.add(e)
const a=[...new Set(Object.values(o.from))]
return[...o.bases.map(({ref:e,pinned:t})=>({name:e,kind:"outside",ref:t})),...a.flatMap(e=>{const o=s.find(n=>n.service===e&&n.platform===t)
const a=o?.digest===undefined?[]:[{name:e,kind:"catalog",ref:i(o)}]
return[...a,...candidatesOf(e,t,{plan:n,images:s,pinned:i},r)]})]}var a=n(77598)
const c=12e4
const d=`import importlib, json, sys\nmark = sys.argv[1]\nfor name in sys.argv[2:]:\n    try:\n        importlib.import_module(name)\n        error = None\n    except BaseException as e:\n        error = type(e).__name__ + ": " + str(e)\n    print("\\n" + mark + json.dumps([name, error]), flush=True)\n`
async function tryImports(e){const{ref:t,platform:n,python:s,service:i,docker:r,signal:o}=e
const f=i.verify.imports??[]
const l=(0,a.randomBytes)(6).toString("hex")
const u=`lucid-verify-${l}`
const h=`lucid-${l} `
const p=[...["run","--rm",`--name=${u}`,`--platform=${n}`,"--pull=missing","--network=none"],...hardening(i),...Object.entries(i.env).map(([e,t])=>`--env=${e}=${t}`),...["--env=PYTHONDONTWRITEBYTECODE=1",`--entrypoint=${s}`,"--",t],...["-c",d,h,...f]]
const m=AbortSignal.any([o,AbortSignal.timeout(c)])
const{exitCode:g,stdout:y,stderr:k}=await r(p,{signal:m,keep:1<<20,graceMs:1e3})
if(m.aborted)await r(["rm","--force","--",u],{keep:1<<16})
o.throwIfAborted()
const w=new Map(y.split("\n").flatMap(e=>e.startsWith(h)?[answer(e.slice(h.length))]:[]))
const $=m.aborted?`no answer within ${c/1e3} s`:k.trim().split("\n").at(-1)??`it ended with ${g}`
return f.map(e=>{const t=w.get(e)
if(t===undefined)return{module:e,ok:false,said:$===""?`it ended with ${g}`:$}
return{module:e,ok:t===null,said:t??"imported"}})}function answer(e){try{const[t,n]=JSON.parse(e)
return[String(t),n===null?null:String(n)]}catch{return["",null]}}function hardening({hardening:e}){return[...e.readOnly?["--read-only"]:[],...e.tmpfs.map(e=>`--tmpfs=${e}`),...e.capDrop.map(e=>`--cap-drop=${e}`),...e.noNewPrivileges?["--security-opt=no-new-privileges"]:[],...e.memory!==undefined?[`--memory=${e.memory}`]:[],`--pids-limit=${e.pids??256}`]}var f=n(91736)
async function wrongEntries(e,{registry:t,facts:n}){const s=await Promise.all((await entriesOf(t,e)).map(async({digest:t,platform:s})=>{if(s===undefined)return`${t} names no platform`
const i=await n(`${(0,r._M)(e)}@${t}`,s)
if(i===undefined||"why"in i)return`${s} cannot be read`
return i.platform===s?undefined:`${s} holds an image for ${i.platform}`}))
return s.filter(e=>e!==undefined)}async function entriesOf(e,t){const n=await e.manifest(t).catch(()=>undefined)
if(n?.content.kind!=="index")return[]
return n.content.manifests.filter(({platform:e})=>e?.os!=="unknown").map(({digest:e,platform:t})=>{if(t===undefined)return{digest:e,platform:t}
const{os:n,architecture:s,variant:i}=t
const r=[n,s,...i===undefined?[]:[i]].join("/")
const o=(0,f.FL)(r)
return{digest:e,platform:o.ok?o.value:r}})}function platformsIn(e){const t=new Map
return n=>{const s=t.get(n)??entriesOf(e,n).then(e=>e.flatMap(({platform:e})=>e===undefined?[]:[e]))
t.set(n,s)
return s}}var l=n(81073)
var u=n(73489)
var h=n(23600)
var p=n(3733)
var m=n(17904)
const g=new Set("sh bash rbash dash ash zsh ksh ksh93 mksh fish csh tcsh busybox toybox yash elvish nu pwsh".split(" "))
const y=new Set("apt apt-get apt-cache aptitude dpkg apk yum dnf dnf5 microdnf tdnf rpm zypper pacman opkg emerge xbps-install nix-env brew pip pip3 pipx conda mamba npm npx yarn pnpm gem cargo composer".split(" "))
function programNamed(e){return(t,n)=>{if(n.kind!=="link"&&!(n.kind==="file"&&(n.mode&73)!==0))return false
const s=t.slice(t.lastIndexOf("/")+1)
return e.has(s)||e.has(s.replace(/\d*\.\d+$/,""))}}const k=programNamed(g)
const w=programNamed(y)
const programs=(e,t)=>e.pick(t).filter(([t,{kind:n}])=>n==="file"||e.find(t)?.entry.kind==="file").map(([e])=>`/${e}`).sort()
const shellsIn=e=>programs(e,k)
const managersIn=e=>programs(e,w)
const $={x86_64:["i686"]}
const b=new Set(["machine 0","machine 247"])
const isBinary=(e,t)=>t.kind==="file"&&t.program.kind==="elf"
function foreignBinaries(e,t){const n=(0,m.VT)(t)
if(n===undefined)return undefined
const s=new Set([n,...$[n]??[]])
const i=e.pick(isBinary).flatMap(([e,t])=>{const n=t.kind==="file"&&t.program.kind==="elf"?t.program.machine:undefined
return n===undefined||s.has(n)||b.has(n)?[]:{path:`/${e}`,machine:n}})
return i.sort((e,t)=>e.path<t.path?-1:1)}function secretsIn(e,t){const n=new Map
const secretOf=e=>e.kind==="file"?e.secret:undefined
for(const{entries:s}of e)for(const[e,i]of s){const s=secretOf(i)
if(s===undefined)continue
const r=t.find(e)===undefined
n.set(`/${e}`,r?`${s}, removed by a later layer but still there`:s)}return[...n].map(([e,t])=>({path:e,what:t})).sort((e,t)=>e.path<t.path?-1:1)}function matcher(e){const t=e.map(e=>{const t=e.replace(/\/+$/,"").split(/(\*\*|\*)/)
const n=t.map(e=>e==="**"?".*":e==="*"?"[^/]*":e.replace(/[\\^$.*+?()[\]{}|]/g,"\\$&"))
return new RegExp(`^${n.join("")}(?:/.*)?$`,"s")})
return e=>t.some(t=>t.test(e))}var v=n(76760)
const x="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
const O=5
const M="whose first line ends with \\r (Windows line ends), which the kernel takes for a part of the interpreter's name"
function scriptFault(e,{script:t,isShell:n},{workingDir:s="/",settings:i}){if(t===undefined)return undefined
const r=v.posix.resolve("/",s,t)
const o=e.find(r)?.entry
const a=Object.keys(i.Volumes??{})
const c=a.some(e=>`${r}/`.startsWith(`${v.posix.resolve("/",e)}/`))
if(o===undefined)return c?undefined:`${t} is not in the image`
return n&&o.kind==="file"&&(0,m.mJ)(o.program)?`${t} is a script whose first line ends with \\r (Windows line ends): the shell takes the \\r for a part of what it reads`:undefined}function startedBy(e,t,n,s,i=0){const r=locate(e,t,n)
if(r===undefined)return{kind:"wrong",why:`${t} is not in the image`}
const{path:o,entry:a,named:c}=r
if(a.kind!=="file")return{kind:"wrong",why:`${t} is not a file`}
if(!mayRun(a,s))return{kind:"wrong",why:`${t} is not executable for user ${s.uid}:${s.gid} (mode ${octal(a)})`}
const{program:d}=a
if(d.kind!=="script")return{kind:"program",named:c,path:o,entry:a,...d.kind==="elf"&&{machine:d.machine},...d.kind==="elf"&&d.loader!==undefined&&{loader:d.loader}}
if((0,m.mJ)(d))return{kind:"wrong",why:`${t} is a script ${M}`}
if(i>=O)return{kind:"wrong",why:`${t} is a script whose interpreters go in a circle`}
const[f="",...l]=d.interpreter
const u=startedBy(e,f,n,s,i+1)
if(u.kind==="wrong")return{kind:"wrong",why:`${t} is a script, and ${u.why}`}
const h=l.find(e=>!e.startsWith("-")&&!e.includes("="))
if(v.posix.basename(f)!=="env"||h===undefined)return{...u,script:true}
const p=startedBy(e,h,n,s,i+1)
if(p.kind==="wrong")return{kind:"wrong",why:`${t} is a script, and ${p.why}`}
return{...p,script:true}}function locate(e,t,{env:n,workingDir:s="/"}){const i=t.includes("/")?[v.posix.resolve("/",s,t)]:(n.PATH??x).split(":").map(e=>v.posix.resolve("/",s,e,t))
for(const t of i){const n=e.find(t)
if(n!==undefined&&n.entry.kind!=="folder")return{...n,named:t}}return undefined}const octal=({mode:e})=>`0${e.toString(8)}`
function mayRun({mode:e,uid:t,gid:n},s){if(s.uid===0)return(e&73)!==0
if(s.uid===t)return(e&64)!==0
return((s.gid===n?e>>3:e)&1)!==0}function userOf(e,t){const[n="",s]=(t??"0").split(":")
const i=textOf(e,"etc/passwd").map(e=>e.split(":"))
const r=i.find(([e,,t])=>e===n||t===n)
const o=/^\d+$/.test(n)?Number(n):Number(r?.[2]??Number.NaN)
const a=textOf(e,"etc/group").map(e=>e.split(":"))
const c=s===undefined||/^\d+$/.test(s)?s:a.find(([e])=>e===s)?.[2]
const d=Number(c??r?.[3]??0)
if(Number.isNaN(o))return undefined
return{uid:o,gid:d,...r?.[5]&&{home:r[5]}}}function textOf(e,t){const n=e.find(t)?.entry
return n?.kind==="file"?(n.text??"").split("\n"):[]}function pythonOf(e,{named:t,path:n},s,i){if(!/^python(?:\d+(?:\.\d+)?)?$/.test(v.posix.basename(t))&&!/^python\d/.test(v.posix.basename(n)))return undefined
const r=/python(\d+\.\d+)$/.exec(n)?.[1]??libraryVersion(e,`/${n}`)
return{named:t,...r!==undefined&&{version:r},path:searchPath(e,t,`/${n}`,r,s,i)}}function libraryVersion(e,t){const n=v.posix.join(v.posix.dirname(v.posix.dirname(t)),"lib")
for(let t=6;t<30;t++)if(e.find(`${n}/python3.${t}/os.py`))return`3.${t}`
return undefined}function searchPath(e,t,n,s,{env:i,workingDir:r="/"},o){const a=(i.PYTHONPATH??"").split(":").filter(e=>e!=="")
const c=i.PYTHONUSERBASE??v.posix.join(i.HOME??o.home??"/",".local")
const d=[...new Set([t,n].map(e=>v.posix.dirname(v.posix.dirname(e))))]
const f=d.flatMap(t=>{const n=`${t}/lib/python${s??"3"}`
const i=[n,`${n}/lib-dynload`]
if(t!=="/usr")return[...i,`${n}/site-packages`]
const r=`/usr/local/lib/python${s??"3"}`
return isDebian(e)?[...i,`${r}/dist-packages`,"/usr/lib/python3/dist-packages"]:[...i,...["lib","lib64"].map(e=>`/usr/${e}/python${s??"3"}/site-packages`),`${r}/site-packages`]})
const l=`${c}/lib/python${s??"3"}/site-packages`
return[...a.map(e=>v.posix.resolve("/",r,e)),...f,l]}function isDebian(e){const t=[...textOf(e,"etc/os-release"),...textOf(e,"usr/lib/os-release")]
const n=t.filter(e=>/^ID(?:_LIKE)?=/.test(e))
return n.length===0||n.some(e=>/\b(?:debian|ubuntu)\b/.test(e))}const isPathFile=(e,{kind:t})=>t==="file"&&e.endsWith(".pth")&&!e.endsWith("/distutils-precedence.pth")
function mayLeadElsewhere(e,{path:t}){const n=new Set(t.map(t=>e.find(t)?.path))
return e.pick(isPathFile).some(([e])=>n.has(v.posix.dirname(e)))}function hasModule(e,t,n,s="/"){const i=n.replaceAll(".","/")
const r=[v.posix.resolve("/",s),...t.path]
const has=t=>e.find(t)?.entry.kind==="file"
return r.some(e=>has(`${e}/${i}.py`)||has(`${e}/${i}.pyc`)||has(`${e}/${i}/__main__.py`)||has(`${e}/${i}/__main__.pyc`)||e.endsWith(".zip"))}const isPackage=(e,{kind:t})=>t==="file"&&/\/[^/]+\.(?:dist|egg)-info\/(?:METADATA|PKG-INFO)$/.test(e)
function installedPackages(e){const t=new Set
for(const[n]of e.pick(isPackage)){const[,e,s]=/\/([^/]+?)-([^/-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info\/[^/]+$/.exec(n)??[]
if(e!==undefined&&s!==undefined)t.add(`${e.replaceAll("_","-")} ${s}`)}return[...t].sort()}function unseenPackages(e,t){const n=new Set(t.path.map(t=>e.find(t)?.path).filter(e=>e!==undefined))
const s=new Map
for(const[t]of e.pick(isPackage)){const e=/^(.*\/python\d+(?:\.\d+)?\/(?:site|dist)-packages)\/[^/]+\/[^/]+$/.exec(t)
if(e?.[1]!==undefined&&!n.has(e[1]))s.set(e[1],(s.get(e[1])??0)+1)}const i=[...s].sort(([e],[t])=>e<t?-1:1)
return i.map(([e,t])=>`/${e} (${t} ${t===1?"package":"packages"})`)}function checkContent(e,t){const{service:n,tree:s,layers:i,platform:r,base:o}=t
const{verify:a}=n
checkStarted(e,t)
const c=matcher(a.allow??[])
const d=foreignBinaries(s,r)?.filter(({path:e})=>!c(e))
if(d===undefined)e.skip("binaries",`nothing is known of the machine of ${r}`)
else e.add("binaries",{name:"all programs and libraries",ok:d.length===0,expected:(0,m.VT)(r)??r,actual:d.length===0?(0,m.VT)(r):(0,u.H)(d.map(({path:e,machine:t})=>`${e} is ${t}`))})
for(const[t,n,i]of[["no-shell",shellsIn,"no shell"],["no-package-manager",managersIn,"no package manager"]]){if(!isDistroless(o)&&!e.isSet(t))e.skip(t,"its base is not distroless, and verify.checks does not ask for it")
else{const r=n(s).filter(e=>!c(e))
e.add(t,{name:i,ok:r.length===0,expected:"none",actual:(0,u.H)(r)})}}const f=secretsIn(i,s).filter(({path:e})=>!c(e))
e.add("secrets",{name:"no secret",ok:f.length===0,expected:"none",actual:(0,u.H)(f.map(({path:e,what:t})=>`${e} (${t})`))})
if(a.files===undefined)e.skip("file","verify.files names none")
for(const t of a.files??[]){const n=s.find(t)
e.add("file",{name:`file ${t}`,ok:n!==undefined,expected:"there",actual:n===undefined?"not there":"there"})}}function checkStarted(e,t){const{facts:n,service:s,platform:i,tree:r,user:o}=t
const a=[...n.entrypoint??[],...n.command??[]]
const[c,...d]=a
if(c===undefined){if((0,l.Np)(s))(0,l.Nh)(e,n)
else e.skip("entrypoint","it starts nothing, and the catalog knows neither port nor health of it")
return}const f=(0,p.ST)(a)
const u=startedBy(r,c,n,o)
const h=f!==undefined&&f.program!==c&&f.program.includes("/")
const g=h&&u.kind==="program"?startedBy(r,f.program,n,o):u
const y=g.kind==="program"?g.loader:undefined
const k=y!==undefined&&r.find(y)?.entry.kind!=="file"
const w=g.kind==="wrong"?g.why:k?`/${g.path} needs ${y}, which is not in the image: it was linked for another libc or machine`:undefined
e.add("entrypoint",{ok:w===undefined,expected:"in the image, executable",actual:w??a.join(" ").slice(0,200)})
if(g.kind==="wrong"){e.skip("entrypoint-machine","there is no program to look at")
return}const $=(0,m.VT)(i)
if($===undefined||g.machine===undefined)e.skip("entrypoint-machine",$===undefined?`nothing is known of the machine of ${i}`:`/${g.path} is no ELF file`)
else e.add("entrypoint-machine",{name:"entrypoint's machine",ok:g.machine===$,expected:$,actual:`${g.machine} (/${g.path})`})
const b=pythonOf(r,g,n,o)
if(b!==undefined)checkPython(e,t,b,g.script||h?[]:d)
if(f?.script===undefined||b!==undefined&&!g.script&&!h)return
const v=scriptFault(r,f,n)
e.add("entrypoint-module",{name:"entrypoint's script",ok:v===undefined,expected:`${f.script} in the image`,actual:v??f.script})}function checkPython(e,{facts:t,tree:n},s,i){const r=(0,p.aF)(i)
const o=t.workingDir??"/"
if(r!==undefined){const i=r.kind==="file"?scriptFault(n,{program:s.named,script:r.name,isShell:false},t)===undefined:hasModule(n,s,r.name,o)
if(!i&&r.kind==="module"&&mayLeadElsewhere(n,s))e.skip("entrypoint-module",`${r.name} is not seen, but a .pth file may lead Python to it`)
else e.add("entrypoint-module",{name:"entrypoint's module",ok:i,expected:`${r.name} in the image`,actual:i?r.name:r.kind==="file"?"no such file":`in none of ${(0,u.H)([o,...s.path.filter(e=>n.find(e)!==undefined)],6)}`})}const a=unseenPackages(n,s)
e.add("python-packages",{name:"Python packages",ok:a.length===0,expected:`all where ${s.named} looks`,actual:a.length===0?"all are":`${(0,u.H)(a)}: not where it looks`})}var S=n(73163)
function checkExposed(e,t,{ports:n}){const{env:s,labels:i,history:r,exposedPorts:o}=t
const a=(0,l.sz)(s)
const c=Object.entries(s).filter(([,e])=>/:\/\/[^\s/:@]+:@/.test(e)).map(([e])=>`${e} has an address without its password`)
e.add("env-expanded",{name:"environment expanded",ok:a.ok&&c.length===0,expected:"no $ left, no password missing",actual:(0,u.H)([...a.ok||a.actual===undefined?[]:[a.actual],...c])})
const d=[...named("ENV",s),...named("label",i),...r.flatMap(({createdBy:e},t)=>{const n=historyCredential(e)
return n===undefined?[]:[`history step ${t+1} holds ${n}`]})]
e.add("credentials",{ok:d.length===0,expected:"none",actual:(0,u.H)(d)})
if(n.length===0)e.skip("port-extra","the catalog names no ports of it")
else{const t=new Set(n.map(({container:e,protocol:t})=>`${e}/${t}`))
const s=o.filter(e=>!t.has(e))
e.add("port-extra",{name:"no other port",ok:s.length===0,expected:"none",actual:(0,u.H)(s)})}}function named(e,t){return Object.entries(t).flatMap(([t,n])=>{const s=(0,S.m)("label",t,n)
if(s===undefined||isPublic(t)||isPlace(n))return[]
return[`${e} ${t} holds ${(0,S.L)(n)??"a credential, by its name"}`]})}const isPublic=e=>e==="GPG_KEY"
const isPlace=e=>/^\/[\w./-]*$|^\$/.test(e)
function historyCredential(e){const t=(0,S.L)(e)
if(t!==undefined)return t
for(const[,t="",n=""]of e.matchAll(/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)=("[^"]*"|'[^']*'|\S+)/g)){const e=n.replace(/^(["'])(.*)\1$/s,"$2")
if(isPublic(t)||isPlace(e))continue
if((0,S.m)("build argument",t,e)!==undefined)return`a value of ${t}`}return undefined}const P={kind:"share",most:.25}
function growthVerdict(e,t,n,s){const{kind:i,most:r}=s??P
const o=i==="share"?t.size*r:r
const a=e.size-t.size
const c=i==="share"?`${Math.round(r*100)} %`:(0,l.ix)(r)
const d=a>0?grownLayers(e,t):[]
return{name:"growth",ok:a<=o,expected:`at most ${c} more than ${n} (${(0,l.ix)(t.size)})`,actual:`${a<0?"":"+"}${(0,l.ix)(a)}${d.length===0?"":`: ${(0,u.H)(d)}`}`}}function grownLayers(e,t){const n=new Map
for(const{by:e,size:s}of layersOf(t))n.set(e,(n.get(e)??0)+s)
const s=new Map
for(const{by:t,size:i}of layersOf(e))s.set(t,(s.get(t)??-(n.get(t)??0))+i)
return[...s].filter(([,e])=>e>0).sort(([,e],[,t])=>t-e).map(([e,t])=>`+${(0,l.ix)(t)} ${e}${n.has(e)?"":" (new)"}`)}function layersOf({layers:e,history:t}){const n=t.filter(({empty:e,createdBy:t})=>!e&&!/^\[[^\]]*\d+\/\d+\] /.test(t))
const s=e.length-n.length
return e.map(({size:e},t)=>({by:instruction(n[t-s]?.createdBy)??`layer ${t+1}`,size:e}))}function instruction(e){const t=(e??"").replace(/\s*# buildkit$/,"").replace(/^\/bin\/sh -c (?:#\(nop\)\s*)?/,"").replace(/\s+/g," ").trim()
return t===""?undefined:t.length>80?`${t.slice(0,79)}\u2026`:t}function checkHealth(e,t,n,s,i){const r=t.healthcheck?.test??[]
const[o,...a]=r
const c=(o==="CMD"||o==="CMD-SHELL")&&a.length>0
if(!c&&(!(0,l.Np)(n)||n.run==="job")){e.skip("healthcheck","the catalog knows neither port nor health of it")
return}e.add("healthcheck",{ok:c,expected:"a HEALTHCHECK",actual:a.join(" ")})
if(!c)return
const d=o==="CMD-SHELL"
const f=d?"/bin/sh":a[0]??""
const u=startedBy(s,f,t,i)
const h=a.join(" ")
const m=d?/^\s*(?:exec\s+)?([\w./-]+)(?:\s|$)/.exec(h)?.[1]:undefined
const g=m===undefined||H.has(m)||u.kind==="wrong"?u:startedBy(s,m,t,i)
const y=d?(0,p.QL)(h):(0,p.ST)(a)
const k=y&&scriptFault(s,y,t)
e.add("healthcheck-program",{name:"HEALTHCHECK program",ok:g.kind==="program"&&k===undefined,expected:`${y?.script??m??f} in the image`,actual:g.kind==="program"?k??`/${g.path}`:`${g.why}${d&&u.kind==="wrong"?" (the shell form needs it)":""}`})
checkTarget(e,h,n)}const H=new Set("test exit true false if for while case echo cd set export [".split(" "))
function checkTarget(e,t,{health:n,ports:s}){const i=/\bhttps?:\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d+))?(\/[^\s"'\\)]*)?/.exec(t)
if(i===null||n===undefined)return
const r=Number(i[1]??80)
const o=i[2]??"/"
const a=s.map(({container:e})=>e)
const c="port"in n?n.port:a[0]
const d=c===undefined||r===c||a.includes(r)
const f=n.kind!=="http"||o===n.path
e.add("healthcheck-target",{name:"HEALTHCHECK target",ok:d&&f,expected:`port ${c??r}${n.kind==="http"?` and ${n.path}`:""}`,actual:`port ${r} and ${o}`})}async function inspectImage(e){const{facts:t,service:n,source:s,platform:i,outcome:r,base:o,layers:a}=e
const c=new u.v(n.verify);(0,l.l2)(c,t,n,s,{platform:i,outcome:r})
if(e.wrongEntries.length>0)c.add("platform",{name:"platforms of the index",ok:false,expected:"as the images behind it",actual:(0,u.H)(e.wrongEntries)})
if(o.kind==="image"&&o.platform!==undefined)c.add("platform",{name:"platform of the base",ok:false,expected:i,actual:o.platform})
checkBase(c,n,o)
checkUser(c,n,t.user,o)
checkExposed(c,t,n)
const{published:d}=e
if("why"in d)c.skip("growth",d.why)
else c.add("growth",growthVerdict(t,d.facts,d.tag,n.verify.maxGrowth))
if("why"in a){c.add("layers",{ok:false,expected:"readable",actual:a.why})
for(const e of A)c.skip(e,"its layers cannot be read")}const f="why"in a?[]:await checkFiles(c,e,a)
const h={checks:c.checks,unchecked:c.unchecked}
return f.length===0?h:{...h,packages:f}}const A=h.a.map(({id:e})=>e).slice(h.a.findIndex(({id:e})=>e==="healthcheck"))
async function checkFiles(e,t,n){const{facts:s,service:i}=t
e.add("layers",{ok:true,expected:"readable",actual:`${n.length} read, digests as they should be`})
const r=t.trees.of(n)
const o=userOf(r,s.user)??{uid:65534,gid:65534}
checkHealth(e,s,i,r,o)
checkContent(e,{...t,layers:n,tree:r,user:o})
await checkImports(e,t,r,o)
return installedPackages(r)}async function checkImports(e,t,n,s){const{facts:i,service:r,tryImports:o}=t
const{imports:a=[]}=r.verify
if(a.length===0)e.skip("import","verify.imports names none")
else if(o===undefined)e.skip("import","no container is started here: build and verify do")
if(a.length===0||o===undefined||!e.wants("import"))return
const c=[...i.entrypoint??[],...i.command??[]]
const d=c[0]===undefined?undefined:startedBy(n,c[0],i,s)
const f=d?.kind==="program"&&/python/.test(d.named)?d.named:undefined
const l=f??["python3","python"].map(e=>startedBy(n,e,i,s)).find(isProgram)?.named
const u=l===undefined?a.map(e=>({module:e,ok:false,said:"there is no Python in the image"})):await o(l)
for(const{module:t,ok:n,said:s}of u)e.add("import",{name:`import ${t}`,ok:n,expected:"imports",actual:s})}const isProgram=e=>e.kind==="program"
function checkBase(e,{verify:t},n){if(t.base===undefined){e.skip("base",`verify.base names none; it is FROM ${baseWords(n)}`)
return}const s=n.kind==="image"?n.name:n.kind
const i=n.kind!=="unknown"&&namesOf(s).some(matcher(t.base))
e.add("base",{ok:i,expected:t.base.join(" or "),actual:baseWords(n)})}function namesOf(e){const t=e.replace(/@sha256:[0-9a-f]+$/,"")
const n=t.replace(/:[^/:]+$/,"")
const s=(0,r.Wf)(n)
return[e,t,n,...s.kind==="reference"?[(0,r.FH)(s.reference)]:[]]}function checkUser(e,{verify:t},n,s){if(t.user!==undefined)return
if(isDistroless(s)){const t="65532:65532"
e.add("user",{...(0,l.VR)(n==="65532"?"65532":t,n),expected:t})
return}const i=/^[1-9]\d*(?::\d+)?$/.test(n??"")
e.add("nonroot",{name:"user",ok:i,expected:"a number, not 0",actual:n??"root"})}var E=n(9489)
var T=n(66700)
const I=40
class FileTree{#e
#t=new Map
#n=new Map
constructor(e){this.#e=e}add(e){this.#n.clear()
for(const t of e.emptied)this.#s(this.#i(t))
for(const t of e.removed)this.#r(this.#o(t))
for(const[t,n]of e.entries)this.#a(this.#o(t),n)}pick(e){const t=this.#n.get(e)
if(t!==undefined)return t
const n=this.#e?.pick(e).filter(([e])=>!this.#t.has(e))??[]
const s=[...this.#t].filter(t=>t[1]!==undefined&&e(t[0],t[1]))
const i=[...n,...s]
this.#n.set(e,i)
return i}find(e){const t=this.#c((0,T.t)(e))
if(t==="")return{path:"",entry:{kind:"folder"}}
const n=t===undefined?undefined:this.#d(t)
return n===undefined||t===undefined?undefined:{path:t,entry:n}}#d(e){const t=this.#e
return t===undefined||this.#t.has(e)?this.#t.get(e):t.#d(e)}*#f(){if(this.#e!==undefined)for(const e of this.#e.#f())if(!this.#t.has(e))yield e
for(const[e,t]of this.#t)if(t!==undefined)yield e}#a(e,t){const n=t.kind==="same"?this.#d(this.#o(t.target)):t
if(n===undefined)return
const s=this.#d(e)
if(s?.kind==="folder"&&n.kind!=="folder")this.#s(e)
this.#t.set(e,n)}#r(e){const t=this.#d(e)
this.#t.set(e,undefined)
if(t===undefined||t.kind==="folder")this.#s(e)}#s(e){const t=e===""?"":`${e}/`
for(const e of[...this.#f()])if(e.startsWith(t))this.#t.set(e,undefined)}#o(e){const t=e.lastIndexOf("/")
if(t<0)return e
const n=e.slice(0,t)
const s=this.#i(n)
return s===n?e:(0,T.t)(`${s}/${e.slice(t+1)}`)}#i(e){return this.#c(e)??e}#c(e){let t=e
let n=""
for(let e=0;t!=="";){const s=t.indexOf("/")
const i=s<0?t:t.slice(0,s)
t=s<0?"":t.slice(s+1)
if(i===".."){n=(0,E.g)(n)
continue}if(i===""||i===".")continue
const r=n===""?i:`${n}/${i}`
const o=this.#d(r)
if(o?.kind!=="link"){n=r
continue}if(++e>I)return undefined
if(o.target.startsWith("/"))n=""
t=t===""?o.target:`${o.target}/${t}`}return n}}class Trees{#l=[]
#u={count:0,tree:new FileTree}
of(e){const t=e.findIndex((e,t)=>e!==this.#l[t])
const n=t<0?e.length:t
if(n!==this.#u.count)this.#u={count:n,tree:laid(new FileTree,e.slice(0,n))}
this.#l=e
return laid(new FileTree(this.#u.tree),e.slice(n))}}function laid(e,t){for(const n of t)e.add(n)
return e}const N=4
class LayerStore{#h
#p
#m
#g=new Map
#y=new Map
#k=new Map
#w=(0,s.A)(N)
#$=new Map
#b=false
#v=0
#x=0
constructor(e,t,n){this.#h=e
this.#p=t
this.#m=n}expect(e){for(const{digest:t}of e)this.#y.set(t,(this.#y.get(t)??0)+1)}readAll(e,t){return Promise.all(t.map(t=>this.#O(e,t)))}progressOf(e){const t=[...new Map(e.map(e=>[e.digest,e])).values()]
const n=this.#$
return{get done(){return t.reduce((e,{digest:t})=>e+(n.get(t)??0),0)},total:t.reduce((e,{size:t})=>e+t,0)}}readAhead(e,t){for(const n of t)if(!this.#g.has(n.digest)&&!this.#k.has(n.digest))this.#k.set(n.digest,this.#M(e,n,e=>this.#S(e)).catch(()=>undefined))}endAhead(){this.#b=true}release(e){for(const{digest:t}of e){const e=(this.#y.get(t)??1)-1
this.#y.set(t,e)
if(e<=0)this.#g.delete(t)}}get total(){return{read:this.#v,bytes:this.#x}}#O(e,t){const n=this.#g.get(t.digest)
if(n!==undefined)return n
const s=this.#P(e,t)
this.#g.set(t.digest,s)
return s}async#P(e,t){return await this.#k.get(t.digest)??this.#M(e,t)}#M(e,t,n=e=>e){const{digest:s,size:i}=t
return this.#w(async()=>{const r=await(this.#m?.read(s))
if(r!==undefined&&await this.#h.hasBlob(e,s))return r
const o=await this.#p()
this.#v+=1
this.#x+=i
const a=await this.#h.readBlob(e,t,()=>this.#H(t,n(o())))
await(this.#m?.write(s,a))
return a})}#H({digest:e},t){this.#$.set(e,0)
return{...t,take:n=>{this.#$.set(e,(this.#$.get(e)??0)+n.length)
return t.take(n)}}}#S(e){return{...e,take:t=>{if(this.#b)throw new Error("nobody wants it any more")
return e.take(t)}}}}function remembering(e){const t=new Map
return(n,s)=>{const i=`${n} ${s}`
const r=t.get(i)??e.imageFacts(n,s).catch(e=>({why:e.message.split("\n",1)[0]??""}))
t.set(i,r)
return r}}const B=2
const _=2
const j=4
class Verifier{#A
#E
#T
#I=(0,s.A)(B)
#N=[]
constructor(e){this.#A=e
this.#E=e.now()
const{registry:t,layerCache:i}=e
const r=new LayerStore(t,async()=>{const{layerReader:e}=await Promise.all([n.e(3979),n.e(1867)]).then(n.bind(n,84248))
return()=>e()},i)
this.#T={...{facts:remembering(t),platforms:platformsIn(t),store:r,trees:new Trees},...{containers:(0,s.A)(_),done:e=>this.#B(e)}}}[Symbol.dispose](){this.#T.store.endAhead()}readAhead(){const{plan:e,signal:t,floatingTag:n}=this.#A
const{facts:s,store:i}=this.#T
for(const r of e.images.filter(followsPublished).slice(0,j)){const o=e.services.find(({name:e})=>e===r.service)
const a=o&&n(o)
if(o===undefined||a===undefined)continue
void s(`${o.image}:${a}`,r.platform).then(e=>{if(e!==undefined&&"layers"in e&&!t.aborted)i.readAhead(o.image,e.layers)})}}async look(e,t){const{facts:n,store:s}=this.#T
const i=e.filter(({digest:e})=>e!==undefined)
const r=await Promise.all(i.map(e=>n(pinned(e),e.platform)))
for(const e of r)if(e!==undefined&&"layers"in e)s.expect(e.layers)
const o={...this.#A,...this.#T,images:t}
const a=await Promise.all(e.map(e=>e.digest===undefined?absent(e):this.#I(()=>verifyOne(e,o))))
this.#A.signal.throwIfAborted()
return a}result(e){const{plan:t,now:n}=this.#A
return{...{kind:"lucid.verify",version:1,revision:t.source.revision,images:e},layers:this.#T.store.total,durationMs:Math.round(n()-this.#E)}}#B(e){this.#N.push(e)
if(this.#N.length>j)this.#T.store.release(this.#N.shift()??[])}}const pinned=({contentRef:e,digest:t})=>`${(0,r._M)(e)}@${t}`
function absent({service:e,platform:t,contentRef:n,error:s}){const i=s?.message??"it was not built"
return{service:e,platform:t,contentRef:n,checks:[],unchecked:[{id:"layers",reason:i}]}}async function verifyOne(e,t){const{plan:n,facts:s,store:o,trees:a,progress:c,signal:d,done:f}=t
const{service:l,platform:u,contentRef:h,digest:p,outcome:m}=e
const g=n.images.filter(e=>e.service===l).length>1?`${l} ${u}`:l
const tell=(e,t,n)=>c({stage:"verify",subject:g,state:e,...t!==undefined&&{text:t},...n&&{bytes:n}})
d.throwIfAborted()
tell("started")
const y=n.services.find(e=>e.name===l)
const k=await s(pinned(e),u)
if(y===undefined||k===undefined||"why"in k){const e=k===undefined?"it is not in the registry":"why"in k?k.why:"no such service"
tell("failed",e)
const t={id:"layers",name:"layers",ok:false,expected:"readable",actual:e}
return{service:l,platform:u,contentRef:h,...p&&{digest:p},checks:[t],unchecked:[]}}const w=(0,r._M)(h)
tell("update","reading layers",o.progressOf(k.layers))
const[$,b,v,x]=await Promise.all([wrongEntries(h,t),baseOf(k,e,{...t,pinned:pinned}),publishedOf(y,k,t),o.readAll(w,k.layers).catch(e=>({why:e.message.split("\n",1)[0]??""}))])
d.throwIfAborted()
tell("update","looking at its files")
const{docker:O}=t
const run=n=>s=>t.containers(()=>{tell("update","importing its modules in a container")
return tryImports({signal:d,docker:n,ref:pinned(e),platform:u,python:s,service:y})}).catch(e=>{d.throwIfAborted()
const t=`not tried: ${e.message}`
return(y.verify.imports??[]).map(e=>({module:e,ok:false,said:t}))})
const M={facts:k,service:y,source:n.source,platform:u,outcome:m==="built"?"built":"unchanged",wrongEntries:$,base:b,published:v,layers:x,trees:a,...O!==undefined&&{tryImports:run(O)}}
const S=await inspectImage(M)
f(k.layers)
const P=(0,i.HH)(S.checks)
tell(P.length===0?"done":"failed",P.length===0?`${S.checks.length} checks`:P.map(({name:e})=>e).join(", "))
return{service:l,platform:u,contentRef:h,digest:k.digest,...S}}function followsPublished({decision:e,components:t}){if(e.kind!=="build"||e.before===undefined)return false
const n=new Set(t.filter(({kind:e})=>e==="base"||e==="image").map(({name:e})=>e))
return e.reasons.every(({component:e=""})=>!n.has(e))}async function publishedOf(e,t,{floatingTag:n,facts:s}){const i=n(e)
if(i===undefined)return{why:"the catalog gives it no floating tag"}
const r=await s(`${e.image}:${i}`,t.platform)
if(r===undefined)return{why:`nothing is published as ${i} yet`}
if("why"in r)return{why:`what is published as ${i} cannot be read: ${r.why}`}
if(r.digest===t.digest)return{why:`it is what is published as ${i}`}
return{tag:i,facts:r}}})}
