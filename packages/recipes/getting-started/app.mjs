import express from 'express';
import { expressjwt } from 'express-jwt';

const app = express();
app.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));
app.get('/me', (request, response) => {
  response.json({ id: request.auth.sub });
});
app.listen(process.env.PORT ?? 3000);
