export const id=437
export const ids=[437]
export const modules={5437:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{layerLimits:()=>layerLimits,layerReader:()=>layerReader})
var external_node_zlib_=__webpack_require__(8522)
var parse=__webpack_require__(3979)
var program=__webpack_require__(4959)
var layers_entry=__webpack_require__(5396)
const secretFiles=[{what:"an environment file",name:/(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$)[^/]*)?$/},{what:"a private key",name:/(?:^|\/)(?:id_rsa|id_dsa|id_ecdsa|id_ed25519)$/},{what:"credentials of a package index",name:/(?:^|\/)\.pypirc$/},{what:"credentials of a package index",name:/(?:^|\/)\.npmrc$/,head:/_auth|_password/i},{what:"credentials of a package index",name:/(?:^|\/)(?:\.pip\/pip|pip)\.conf$/,head:/:\/\/[^\s/:@]+:[^\s@]+@/},{what:"logins",name:/(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf)$/},{what:"a registry login",name:/(?:^|\/)\.docker\/config\.json$/,head:/"auth"|"identitytoken"/},{what:"a cloud's credentials",name:/(?:^|\/)(?:\.aws\/credentials|application_default_credentials\.json)$/},{what:"a cluster's credentials",name:/(?:^|\/)\.kube\/config$/},{what:"a key store",name:/\.(?:p12|pfx|jks|keystore|kdbx)$/},{what:"a git repository",name:/(?:^|\/)\.git\/(?:config|HEAD)$/}]
const everybodys=/^(?:usr\/(?:lib|share|libexec)|lib)\/|(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|pkg\/mod|testdata)\//
const keyMark=Buffer.from("PRIVATE KEY-----")
const key=/(?:^|[\r\n]|"private_key": ?")-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----(?:[\r\n]|\\n)/
function secretOf(path,head){if(everybodys.test(path))return undefined
const found=secretFiles.find(one=>one.name.test(path)&&(one.head===undefined||one.head.test(head.toString("latin1"))))
if(found!==undefined)return found.what
return head.includes(keyMark)&&key.test(head.toString("latin1"))?"a private key":undefined}const layerLimits={bytes:32*2**30,entries:1e6}
const headBytes=4096
const texts=new Set(["etc/passwd","etc/group","etc/os-release","usr/lib/os-release"])
function layerReader(limits=layerLimits){const contents=archiveReader(limits)
const unpacker=unpackerFor(contents.take)
return{take:unpacker.take,drop:unpacker.drop,async end(){await unpacker.end()
return contents.end()}}}function unpackerFor(give){let held=Buffer.alloc(0)
let stream
let plain=false
let failed
let dropped=false
let wake
const fail=error=>{failed??=error
wake?.()}
const hand=bytes=>{if(failed!==undefined||dropped)return
try{give(bytes)}catch(error){fail(error)
stream?.destroy()}}
const start=()=>{const zipped=held[0]===31&&held[1]===139
const zstd=held.length>=4&&held.readUInt32LE(0)===4247762216
plain=!zipped&&!zstd
if(plain)return
stream=zipped?(0,external_node_zlib_.createGunzip)({chunkSize:1<<18}):(0,external_node_zlib_.createZstdDecompress)({chunkSize:1<<18})
stream.on("data",hand).on("error",fail)}
const push=bytes=>{if(failed!==undefined)throw failed
if(stream===undefined){hand(bytes)
return undefined}if(stream.write(bytes))return undefined
const ready=Promise.withResolvers()
wake=()=>failed===undefined?ready.resolve():ready.reject(failed)
stream.once("drain",wake)
return ready.promise}
return{take(chunk){const bytes=Buffer.from(chunk.buffer,chunk.byteOffset,chunk.byteLength)
if(stream!==undefined||plain)return push(bytes)
held=Buffer.concat([held,bytes])
if(held.length<4)return undefined
start()
return push(held)},async end(){if(stream===undefined&&!plain)hand(held)
if(stream!==undefined&&failed===undefined){const ended=Promise.withResolvers()
wake=()=>failed===undefined?ended.resolve():ended.reject(failed)
stream.once("end",wake)
stream.end()
await ended.promise}if(failed!==undefined)throw failed},drop(){dropped=true
stream?.destroy()}}}function archiveReader(limits){const entries=[]
const removed=[]
const emptied=[]
let size=0
let wrong
let blank=true
const parser=new parse.i({onwarn:(code,message)=>{if(/INVALID|BAD_ARCHIVE/.test(code))wrong??=new Error(`it is no sound tar archive: ${read_text(message)}`)},onReadEntry:entry=>{const path=(0,layers_entry.t)(entry.path)
const slash=path.lastIndexOf("/")
const name=path.slice(slash+1)
const folder=path.slice(0,Math.max(0,slash))
if(name===".wh..wh..opq")emptied.push(folder)
else if(name.startsWith(".wh.")&&!name.startsWith(".wh..wh."))removed.push(folder===""?name.slice(4):`${folder}/${name.slice(4)}`)
else if(path!==""&&!name.startsWith(".wh."))return read(path,entry)
entry.resume()}})
const read=(path,entry)=>{const add=one=>{if(entries.length>=limits.entries)wrong??=new Error(`it holds more than ${limits.entries} files`)
else entries.push([path,one])}
const{type:type,linkpath:linkpath=""}=entry
if(type==="Directory"||type==="GNUDumpDir")add({kind:"folder"})
else if(type==="SymbolicLink")add({kind:"link",target:linkpath})
else if(type==="Link")add({kind:"same",target:(0,layers_entry.t)(linkpath)})
else if(type==="File"||type==="OldFile"||type==="ContiguousFile"){let head=Buffer.alloc(0)
entry.on("data",chunk=>{if(head.length>=headBytes)return
const more=chunk.subarray(0,headBytes-head.length)
head=head.length===0?more:Buffer.concat([head,more])})
entry.on("end",()=>{const secret=secretOf(path,head)
const{mode:mode=420,uid:uid=0,gid:gid=0}=entry
add({kind:"file",mode:mode&4095,uid:uid,gid:gid,size:entry.size,program:(0,program.o)(head),...secret!==undefined&&{secret:secret},...texts.has(path)&&{text:head.toString("utf8")}})})
return}else add({kind:"other"})
entry.resume()}
return{take(bytes){size+=bytes.length
if(size>limits.bytes)throw new Error(`it unpacks to more than ${limits.bytes} bytes`)
blank&&=bytes.every(byte=>byte===0)
if(!blank)parser.write(bytes)
if(wrong!==undefined)throw wrong},end(){if(!blank)parser.end()
if(wrong!==undefined)throw wrong
return{entries:entries,removed:removed,emptied:emptied,size:size}}}}const read_text=message=>message instanceof Error?message.message:message}}
