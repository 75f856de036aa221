package agency.steward.instantly.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Ends a connection of HTTP/1.1 on which bytes come that no request has asked for. Vert.x does so
 * for whole answers only; part of one would become the beginning of the next request's answer,
 * perhaps another workspace's. Used on the connection's event loop.
 */
final class Unasked extends ChannelInboundHandlerAdapter {
  private int due;
  private boolean interim;
  private boolean over;
  private ByteBuf reading = Unpooled.EMPTY_BUFFER;

  /** Watches it from now on, before the first request goes out. */
  static void refuse(HttpConnection connection) {
    if (connection instanceof ConnectionBase known) {
      var pipeline = known.channel().pipeline();
      ChannelHandlerContext codec = pipeline.context(HttpClientCodec.class);
      if (codec != null) {
        var unasked = new Unasked();
        pipeline.addBefore(codec.name(), "unasked", unasked);
        pipeline.addAfter(codec.name(), "turns", unasked.new Turns());
      }
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (due == 0) {
      ReferenceCountUtil.release(bytes);
      context.close();
      return;
    }
    reading = (ByteBuf) ReferenceCountUtil.retain(bytes);
    try {
      context.fireChannelRead(bytes);
    } finally {
      reading.release();
      reading = Unpooled.EMPTY_BUFFER;
    }
    if (over) {
      context.close();
    }
  }

  /** Which answers are due. */
  private final class Turns extends ChannelDuplexHandler {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      if (message instanceof HttpRequest) {
        due++;
      }
      context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (over) {
        ReferenceCountUtil.release(message);
        return;
      }
      if (message instanceof HttpResponse head) {
        interim = head.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      }
      if (message instanceof LastHttpContent && !interim) {
        due--;
        over = reading.isReadable(); // the codec takes no more before this has been passed on
      }
      context.fireChannelRead(message);
    }
  }
}
